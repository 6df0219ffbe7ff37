'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';
import { queueMoved } from '@/components/live/own-frames';
import { spaced } from '@/components/live/spaced';

/**
 * Shows a moderator the queue of a group, and how much waits in it, as they are: when it moves, and when they come back
 * to the page. What a dialog asks about stays as it is until it is closed, and everything while there is no connection:
 * asking then would put the browser's own error in its place.
 */
export function WatchQueue({ group }: { group: string }) {
  const router = useRouter();
  const refresh = useEffectEvent(() => router.refresh());
  useEffect(() => {
    const mustWait = () => !navigator.onLine || document.querySelector('dialog[open]') !== null;
    const soon = spaced(() => (mustWait() ? soon.run() : refresh()));
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
