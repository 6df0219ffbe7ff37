import { useEffect, useEffectEvent, useReducer, useState } from 'react';
import type { MapRelation } from '@/lib/core/api/pictures';
import { type Layout, layOut } from './lay-out';

interface Drawn {
  key: string;
  layout: Layout | null;
}

/** The layout of cards and arrows; the one before stays until the next is there. `failed`: it could not be made. */
export function useLayout(cards: readonly string[], relations: readonly MapRelation[]) {
  // Live updates bring equal cards and arrows anew, and must not move the map.
  const key = `${cards.join()} ${relations.map(({ id }) => id).join()}`;
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [attempt, tryAgain] = useReducer((count: number) => count + 1, 0);
  const draw = useEffectEvent(() => layOut(cards, relations));
  useEffect(() => {
    let isStale = false;
    const show = (layout: Layout | null) => {
      if (!isStale) setDrawn({ key: `${key} ${attempt}`, layout });
    };
    draw().then(show, () => show(null));
    return () => {
      isStale = true;
    };
  }, [key, attempt]);
  const isCurrent = drawn?.key === `${key} ${attempt}`;
  return { layout: drawn?.layout ?? null, failed: isCurrent && drawn?.layout === null, tryAgain };
}
