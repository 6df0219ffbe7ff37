'use client';

import type { WebhookDelivery } from '@/lib/core/api/webhooks';
import { testWords } from './test-words';
import { isUntried, useDeliveries } from './use-deliveries';

interface Props {
  group: string;
  webhook: string;
  /** The test, as it was asked for. */
  sent: WebhookDelivery;
}

/** What came of a test, looked for until it is known. */
export function TestAnswer({ group, webhook, sent }: Props) {
  const { items, isOver } = useDeliveries({ group, webhook, isOpen: true, renewed: sent.id });
  const test = items?.find(({ id }) => id === sent.id) ?? sent;
  return (
    <p role="status" className="text-ink-2 text-sm">
      {isOver && isUntried(test)
        ? 'The test is still waiting to be sent. The log shows what becomes of it.'
        : testWords(test)}
    </p>
  );
}
