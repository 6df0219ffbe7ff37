'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api } from '@/components/api-client';
import { useRequest } from '@/components/use-request';
import type { QueueItem } from '@/lib/core/api/moderation';

/** The queue with the words that were asked for, and the way to ask: answers come without, to who has not answered. */
export function useWithheld(group: string, listed: readonly QueueItem[]) {
  const router = useRouter();
  const { run, error } = useRequest();
  const [asked, setAsked] = useState<ReadonlyMap<string, QueueItem>>(new Map());

  async function unfold({ id }: QueueItem) {
    const item = await run(() => api('GET /groups/{group}/moderation/queue/{id}', { params: { group, id } }));
    if (item) setAsked((before) => new Map([...before, [id, item]]));
    else router.refresh();
  }

  const whole = (item: QueueItem) => {
    const known = asked.get(item.id);
    // Other words, or another standing, have to be asked for again.
    return item.withheld && known?.state === item.state ? known : item;
  };
  return { whole: listed.map(whole), refusal: error, unfold };
}
