'use client';

import { useState } from 'react';
import { api } from '@/components/api-client';
import { When } from '@/components/crux/when';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { ShownOnce } from '@/components/ui/shown-once';
import { useDialog } from '@/components/ui/use-dialog';
import { useChange } from '@/components/use-change';
import type { Webhook, WebhookDelivery } from '@/lib/core/api/webhooks';
import { eventNames } from './event-names';
import { TestAnswer } from './test-answer';
import { WebhookLog } from './webhook-log';

export function WebhookRow({ group, webhook }: { group: string; webhook: Webhook }) {
  const { pending, error, change } = useChange();
  const { dialog, ask } = useDialog();
  const [sent, setSent] = useState<WebhookDelivery | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const params = { group, id: webhook.id };
  const isOff = webhook.disabled !== null;
  const test = async () => setSent(await api('POST /groups/{group}/webhooks/{id}/ping', { params }));
  const turn = () => api('PATCH /groups/{group}/webhooks/{id}', { params, body: { enabled: isOff } });
  const remove = () => api('DELETE /groups/{group}/webhooks/{id}', { params });
  const renew = async () => {
    if ((await ask(renewal)) === null) return;
    const made = await change(() => api('POST /groups/{group}/webhooks/{id}/secret', { params }));
    if (made) setSecret(made.secret);
  };
  const deeds = [
    ['Send a test', () => change(test)],
    ['New secret', renew],
    [isOff ? 'Turn on' : 'Turn off', () => change(turn)],
    ['Delete', () => change(remove)],
  ] as const;
  return (
    <li className="grid gap-3 px-4 py-3" aria-label={webhook.url}>
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <p className="wrap-anywhere font-mono text-sm">{webhook.url}</p>
          <p className="text-ink-2 text-sm">
            {eventNames.flatMap(([kind, name]) => (webhook.events.includes(kind) ? name : [])).join(', ')}
          </p>
        </div>
        {deeds.map(([label, deed]) => (
          <Button
            key={label}
            look="outline"
            size="sm"
            disabled={pending}
            aria-label={`${label}: ${webhook.url}`}
            onClick={deed}
          >
            {label}
          </Button>
        ))}
      </div>
      {secret && <ShownOnce label={newSecret} value={secret} />}
      {sent && <TestAnswer key={sent.id} group={group} webhook={webhook.id} sent={sent} />}
      <State webhook={webhook} />
      <Refusal error={error} />
      <WebhookLog group={group} webhook={webhook.id} renewed={sent?.id ?? ''} />
      {dialog}
    </li>
  );
}

const renewal = {
  title: 'Make a new secret?',
  text: 'For a day messages are signed with both, the new one and the one before. Give the receiver the new one in that time.',
  action: 'Make a new secret',
};
const newSecret = 'Messages are signed with this secret from now on. Copy it now. It is not shown again.';

const reasons = {
  person: 'Turned off',
  failures: 'Turned off, because nothing arrived for three days',
  gone: 'Turned off, because the address answered that it is gone',
};

function State({ webhook: { disabled, failingSince } }: { webhook: Webhook }) {
  if (disabled)
    return (
      <p className={disabled.by === 'person' ? 'text-ink-2 text-sm' : 'text-danger text-sm'}>
        {reasons[disabled.by]}, <When at={disabled.at} />. What happened since is not told.
      </p>
    );
  if (!failingSince) return null;
  return (
    <p className="text-danger text-sm">
      Nothing has arrived since <When at={failingSince} />. It is tried again, and turned off after three
      days.
    </p>
  );
}
