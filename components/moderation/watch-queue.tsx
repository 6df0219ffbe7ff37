'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';
import { queueMoved } from '@/components/live/own-frames';
import { undisturbed } from '@/components/live/undisturbed';

/**
 * Shows a moderator the queue of a group, and how much waits in it, as they are: when it moves, and when they come back
 * to the page.
 */
export function WatchQueue({ group }: { group: string }) {
  const router = useRouter();
  const refresh = useEffectEvent(() => router.refresh());
  useEffect(() => {
    const soon = undisturbed(() => refresh());
    const hear = ({ detail }: CustomEventInit<string | null>) => (detail ?? group) === group && soon.run();
    addEventListener(queueMoved, hear);
    addEventListener('focus', soon.run);
    return () => {
      soon.cancel();
      removeEventListener(queueMoved, hear);
      removeEventListener('focus', soon.run);
    };
  }, [group]);
  return null;
}
