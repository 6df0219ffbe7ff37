'use client';

import { type MouseEvent, useSyncExternalStore } from 'react';
import { density } from '@/lib/core/annotation/density';
import { isUnread } from '@/lib/core/annotation/filter';
import { useReader, useReaderStore } from './reader-store';

/** Where in the text annotations lie, along the edge of the page. The list of annotations gives the same to others. */
export function DensityStrip() {
  const store = useReaderStore();
  const article = useReader((state) => state.article);
  const annotations = useReader((state) => state.annotations);
  const marks = useReader((state) => state.marks);
  const ranges = useReader((state) => store.ranges.visible(state));
  const viewer = store.reading.viewer?.id ?? null;
  if (!article) return null;
  const bins = density(
    ranges.map(({ id, start, end }) => {
      const annotation = annotations.get(id)!;
      return {
        start,
        end,
        mine: annotation.creator.id === viewer,
        unread: isUnread(annotation, marks, viewer),
      };
    }),
    article.text.length,
  );
  const most = Math.max(3, ...bins.map(({ count }) => count));
  const jump = ({ clientY, currentTarget }: MouseEvent) => {
    const { top, height } = currentTarget.getBoundingClientRect();
    const start = Math.floor(((clientY - top) / height) * (article.text.length - 1));
    const { top: at } = article.domRange({ start, end: start + 1 }).getBoundingClientRect();
    scrollBy({ top: at - innerHeight / 3, behavior: 'smooth' });
  };
  return (
    <div className="reader-strip" aria-hidden="true" onClick={jump}>
      {bins.map(({ count, mine, unread }, index) =>
        count === 0 ? null : (
          <i
            // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
            key={index}
            className={unread ? 'unread' : mine ? 'mine' : ''}
            style={{ top: `${index}%`, opacity: 0.3 + (0.7 * count) / most }}
          />
        ),
      )}
      <Window />
    </div>
  );
}

function Window() {
  const { place } = useReaderStore();
  const { from, to } = useSyncExternalStore(place.subscribe, place.get, place.get);
  return <b style={{ top: `${from * 100}%`, height: `${Math.max(to - from, 0.01) * 100}%` }} />;
}
