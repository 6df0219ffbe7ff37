import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useReader, useReaderStore } from '@/components/reader/reader-store';
import type { HighlightRange } from '@/lib/core/anchoring/segments';
import { crowds, place } from '@/lib/core/annotation/placement';
import { useDeskState } from './desk';
import { passageTops } from './passage-tops';

/** A note, or the count that stands for a crowd of them, at its place in the column (CSS pixels from its top). */
export interface Placed {
  id: string;
  top: number;
  /** Ids of the crowd; null for a note. */
  crowd: readonly string[] | null;
}

/** Of a note that was never on screen, and of a crowd's count; CSS pixels. */
const USUAL = 92;
const COUNT = 36;

/** Keeps notes beside their passages; `measured` notes the height of one that is on screen. */
export function useNotePlaces(column: RefObject<HTMLElement | null>) {
  const store = useReaderStore();
  const ranges = useReader((state) => store.ranges.visible(state));
  const article = useReader((state) => state.article);
  const focused = useReader((state) => state.focused);
  const spread = useDeskState((state) => state.spread);
  const [placed, setPlaced] = useState<readonly Placed[]>([]);
  const heights = useRef(new Map<string, number>());
  const arrange = useCallback(() => {
    if (!article || !column.current) return;
    const origin = column.current.getBoundingClientRect().top;
    // The title stands higher than the column begins.
    const tops = passageTops(article, ranges, origin).map((top) => Math.max(0, top));
    const things = withCrowds({ ranges, tops }, focused, spread);
    const boxes = things.map(({ id, crowd, top }) => ({
      id,
      anchor: top,
      height: crowd ? COUNT : (heights.current.get(id) ?? USUAL),
    }));
    const reach = innerHeight;
    const next = place(boxes, focused)
      .map((top, i) => ({ ...things[i]!, top: Math.round(top) }))
      .filter(({ id, top }) => id === focused || (top + origin > -reach && top + origin < 2 * reach));
    setPlaced((before) => (samePlaces(before, next) ? before : next));
  }, [article, ranges, focused, spread, column]);
  useLayoutEffect(arrange, [arrange]);
  const soon = useSoon(arrange);
  useEffect(() => {
    if (!article) return;
    const resized = new ResizeObserver(soon);
    resized.observe(article.article);
    addEventListener('scroll', soon, { passive: true });
    addEventListener('resize', soon);
    return () => {
      resized.disconnect();
      removeEventListener('scroll', soon);
      removeEventListener('resize', soon);
    };
  }, [article, soon]);
  const measured = useCallback(
    (id: string, height: number) => {
      if (heights.current.get(id) === height) return;
      heights.current.set(id, height);
      soon();
    },
    [soon],
  );
  return { placed, measured };
}

/** Runs the newest `work` at most once a frame. */
function useSoon(work: () => void): () => void {
  const newest = useRef(work);
  const frame = useRef(0);
  useEffect(() => {
    newest.current = work;
  }, [work]);
  return useCallback(() => {
    frame.current ||= requestAnimationFrame(() => {
      frame.current = 0;
      newest.current();
    });
  }, []);
}

/** Puts a count in place of each crowd, where its first note would be. */
function withCrowds(
  { ranges, tops }: { ranges: readonly HighlightRange[]; tops: readonly number[] },
  focused: string | null,
  spread: readonly string[],
): Placed[] {
  const anchors = ranges.map(({ id }, i) => ({ id, anchor: tops[i]! }));
  const groups = crowds(anchors, focused).filter((ids) => !ids.some((id) => spread.includes(id)));
  const groupOf = new Map(groups.flatMap((ids) => ids.map((id) => [id, ids])));
  return anchors.flatMap(({ id, anchor }): Placed[] => {
    const crowd = groupOf.get(id);
    if (!crowd) return [{ id, top: anchor, crowd: null }];
    return crowd[0] === id ? [{ id: `crowd-${id}`, top: anchor, crowd }] : [];
  });
}

const samePlaces = (a: readonly Placed[], b: readonly Placed[]): boolean =>
  a.length === b.length &&
  a.every(({ id, top, crowd }, i) => {
    const other = b[i]!;
    return id === other.id && top === other.top && crowd?.length === other.crowd?.length;
  });
