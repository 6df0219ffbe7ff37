'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';
import { followEssay } from '@/components/live/follow-essay';
import { undisturbed } from '@/components/live/undisturbed';

interface Props {
  /** Slugs. */
  place: { group: string; essay: string };
  /** Where the page's data stands. */
  from: string;
}

/** Shows the page of a round as it is: when somebody is done, and at the reveal. */
export function WatchRound({ place: { group, essay }, from }: Props) {
  const router = useRouter();
  const begin = useEffectEvent(() => from);
  const refresh = useEffectEvent(() => router.refresh());
  useEffect(() => {
    const soon = undisturbed(() => refresh());
    const stop = followEssay({ place: { group, essay }, about: 'round', from: begin() }, soon.run);
    return () => {
      stop();
      soon.cancel();
    };
  }, [group, essay]);
  return null;
}
