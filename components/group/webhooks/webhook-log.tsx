'use client';

import { useState } from 'react';
import { TimeAgo } from '@/components/annotation/time-ago';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useRequest } from '@/components/use-request';
import type { WebhookDelivery } from '@/lib/core/api/webhooks';
import { useDeliveries } from './use-deliveries';

interface Props {
  group: string;
  webhook: string;
  /** Other words once there is something new in it. */
  renewed: string;
}

/** What was sent, fetched when it is opened, and again as long as something waits. */
export function WebhookLog({ group, webhook, renewed }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const [repeats, setRepeats] = useState(0);
  const { items } = useDeliveries({ group, webhook, isOpen, renewed: `${renewed} ${repeats}` });
  const { error, run } = useRequest();

  const again = (delivery: string) =>
    run(async () => {
      await api('POST /groups/{group}/webhooks/{id}/deliveries/{delivery}/redelivery', {
        params: { group, id: webhook, delivery },
      });
      setRepeats((count) => count + 1);
    });

  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="min-h-9 cursor-pointer py-2 text-ink-2 text-sm pointer-coarse:min-h-11">
        Log
      </summary>
      <Refusal error={error} />
      {items?.length === 0 && <p className="text-ink-2 text-sm">Nothing was sent yet.</p>}
      <ul className="grid max-h-96 divide-y divide-rule overflow-y-auto text-sm">
        {items?.map((delivery) => (
          <li key={delivery.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <span className="font-mono">{delivery.type}</span>
            <TimeAgo at={delivery.created} />
            <span className="flex-1">{outcomeOf(delivery)}</span>
            {delivery.state !== 'waiting' && (
              <Button look="outline" size="sm" onClick={() => again(delivery.id)}>
                Send again
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function outcomeOf({ state, code, problem, attempts }: WebhookDelivery): string {
  const answer = code === null ? problem : `answer ${code}`;
  const tries = attempts > 1 ? ` after ${attempts} tries` : '';
  if (state === 'delivered') return `Delivered${tries} (${answer})`;
  if (state === 'failed') return `Not delivered${tries} (${answer})`;
  return answer === null ? 'Waits' : `Waits for another try (${answer})`;
}
