import { useEffect, useState } from 'react';
import { api } from '@/components/api-client';
import type { WebhookDelivery } from '@/lib/core/api/webhooks';

/** Milliseconds between an answer and the next look. */
const pause = 1_000;

/** Looks until the log is left as it is. */
const most = 60;

interface Log {
  group: string;
  webhook: string;
  isOpen: boolean;
  /** Other words once there is something new in it. */
  renewed: string;
}

/** What a webhook sent, newest first, looked for again as long as something waits for its first try. */
export function useDeliveries({ group, webhook, isOpen, renewed }: Log) {
  const [items, setItems] = useState<WebhookDelivery[] | null>(null);
  const [isOver, setIsOver] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `renewed` asks for it again.
  useEffect(() => {
    if (!isOpen) return;
    const leaving = new AbortController();
    const call = { params: { group, id: webhook }, signal: leaving.signal };
    let timer: ReturnType<typeof setTimeout>;
    const look = async (left: number) => {
      const log = await api('GET /groups/{group}/webhooks/{id}/deliveries', call).catch(() => null);
      if (leaving.signal.aborted) return;
      if (log) setItems(log.items);
      const goesOn = left > 1 && (log === null || log.items.some(isUntried));
      setIsOver(!goesOn);
      if (goesOn) timer = setTimeout(look, pause, left - 1);
    };
    look(most);
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [isOpen, group, webhook, renewed]);
  return { items, isOver };
}

export const isUntried = ({ state, tried }: WebhookDelivery): boolean =>
  state === 'waiting' && tried === null;
