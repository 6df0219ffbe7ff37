'use client';

import { useEffect, useState } from 'react';
import { api } from '@/components/api-client';
import type { WebhookDelivery } from '@/lib/core/api/webhooks';
import { testWords } from './test-words';

/** Milliseconds between two looks at what came of it. */
const pause = 1_000;

interface Props {
  group: string;
  webhook: string;
  /** The test, as it was asked for. */
  sent: WebhookDelivery;
}

/** What came of a test, looked for until it is known. */
export function TestAnswer({ group, webhook, sent }: Props) {
  const [test, setTest] = useState(sent);
  const waits = test.state === 'waiting' && test.tried === null;
  useEffect(() => {
    if (!waits) return;
    const leaving = new AbortController();
    const call = { params: { group, id: webhook }, signal: leaving.signal };
    const look = async () => {
      const log = await api('GET /groups/{group}/webhooks/{id}/deliveries', call).catch(() => null);
      const found = log?.items.find(({ id }) => id === sent.id);
      if (found && !leaving.signal.aborted) setTest(found);
    };
    const timer = setInterval(look, pause);
    return () => {
      clearInterval(timer);
      leaving.abort();
    };
  }, [waits, group, webhook, sent.id]);
  return (
    <p role="status" className="text-ink-2 text-sm">
      {testWords(test)}
    </p>
  );
}
