'use client';

import { useEffect, useState } from 'react';
import { api } from '@/components/api-client';
import type { WebhookDelivery } from '@/lib/core/api/webhooks';
import { testWords } from './test-words';

/** Milliseconds between two looks at what came of it. */
const pause = 1_000;

/** Looks until the log is left to tell the rest. */
const most = 60;

interface Props {
  group: string;
  webhook: string;
  /** The test, as it was asked for. */
  sent: WebhookDelivery;
}

/** What came of a test, looked for until it is known. */
export function TestAnswer({ group, webhook, sent }: Props) {
  const [test, setTest] = useState(sent);
  const [looks, setLooks] = useState(0);
  const isOpen = test.state === 'waiting' && test.tried === null;
  const waits = isOpen && looks < most;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of `looks` asks for the next, once it is answered.
  useEffect(() => {
    if (!waits) return;
    const leaving = new AbortController();
    const call = { params: { group, id: webhook }, signal: leaving.signal };
    const look = async () => {
      const log = await api('GET /groups/{group}/webhooks/{id}/deliveries', call).catch(() => null);
      const found = log?.items.find(({ id }) => id === sent.id);
      if (leaving.signal.aborted) return;
      if (found) setTest(found);
      setLooks((before) => before + 1);
    };
    const timer = setTimeout(look, pause);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [waits, looks, group, webhook, sent.id]);
  return (
    <p role="status" className="text-ink-2 text-sm">
      {isOpen && !waits
        ? 'The test is still waiting to be sent. The log shows what becomes of it.'
        : testWords(test)}
    </p>
  );
}
