'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useOptimistic, useState } from 'react';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import { useRequest } from '@/components/use-request';
import type { MailSettings } from '@/lib/core/api/inbox';

const choices = [
  ['instant', 'At once', 'Half a minute after it happens, unless you have read it by then.'],
  ['daily', 'Daily', 'At seven in the morning, where something is new.'],
  ['weekly', 'Weekly', 'On Mondays at seven in the morning.'],
  ['off', 'Never', 'Only your inbox on this site tells you.'],
] as const;

/** How often the inbox is mailed, and from which groups. */
export function MailForm({ settings }: { settings: MailSettings }) {
  const { address, confirmed, bounced, groups } = settings;
  const { change, error } = useChange();
  const [mailing, show] = useOptimistic(settings.mailing);
  const set = (next: MailSettings['mailing']) =>
    startTransition(async () => {
      show(next);
      await change(() => api('PATCH /me/mail', { body: { mailing: next } }));
    });

  const isOn = mailing !== 'off';
  return (
    <div className="grid gap-6">
      {isOn && bounced && (
        <Notice look="danger">
          The mail server refused <bdi>{address}</bdi>, so nothing more is sent there. Check the address with
          whoever runs this site, then choose again how often.
        </Notice>
      )}
      {isOn && !bounced && !confirmed && <Unconfirmed address={address ?? ''} />}
      <fieldset className="grid gap-1">
        <legend className="mb-1 text-sm">
          Mail what is unread in my inbox to <bdi className="font-medium">{address}</bdi>
        </legend>
        {choices.map(([value, name, hint]) => (
          <label key={value} className="flex min-h-11 items-start gap-3 py-1.5">
            <input
              type="radio"
              name="mailing"
              value={value}
              checked={mailing === value}
              onChange={() => set(value)}
              onClick={() => bounced && mailing === value && set(value)}
              className="mt-0.5 size-5 shrink-0"
            />
            <span>
              <span className="block">{name}</span>
              <span className="block text-ink-2 text-sm">{hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Refusal error={error} />
      {isOn && groups.length > 0 && (
        <fieldset className="grid gap-1">
          <legend className="mb-1 text-sm">Mail me about these groups</legend>
          {groups.map((group) => (
            <GroupSwitch key={group.id} group={group} />
          ))}
        </fieldset>
      )}
    </div>
  );
}

function Unconfirmed({ address }: { address: string }) {
  const { run, error, done, pending } = useRequest();
  return (
    <Notice>
      <p>
        Nothing is mailed yet: we do not know whether <bdi>{address}</bdi> is yours.
      </p>
      <div className="mt-3 grid justify-items-start gap-2">
        {done ? (
          <p className="text-ink">A link is on its way. Follow it in this browser.</p>
        ) : (
          <Button
            look="outline"
            size="sm"
            disabled={pending}
            onClick={() => void run(() => api('POST /me/mail/confirmation', {}))}
          >
            Mail me a link to confirm it
          </Button>
        )}
        <Refusal error={error} />
      </div>
    </Notice>
  );
}

function GroupSwitch({ group }: { group: MailSettings['groups'][number] }) {
  const router = useRouter();
  const [muted, setMuted] = useState(group.muted);
  const { run, error } = useRequest();
  async function toggle() {
    setMuted(!muted);
    const key = muted ? 'DELETE /groups/{group}/mute' : 'PUT /groups/{group}/mute';
    const done = await run(async () => {
      await api(key, { params: { group: group.slug } });
      return true;
    });
    if (done) router.refresh();
    else setMuted(muted);
  }
  return (
    <div>
      <label className="flex min-h-11 items-center gap-3">
        <input type="checkbox" checked={!muted} onChange={() => void toggle()} className="size-5 shrink-0" />
        <bdi className="wrap-anywhere">{group.name}</bdi>
      </label>
      <Refusal error={error} />
    </div>
  );
}
