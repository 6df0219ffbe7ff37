'use client';

import { useEffect, useRef } from 'react';
import { focusNote } from '@/components/annotation/focus-note';
import { useReaderStore } from '@/components/reader/reader-store';
import type { Contested } from './load-contested';
import type { BarPlace } from './use-bar-places';

interface Props {
  sentence: Contested['sentences'][number];
  place: BarPlace;
  onClose: () => void;
}

/** Who marked a contested sentence with what, each name a way to the note. */
export function ContestedSaid({ sentence, place, onClose }: Props) {
  const store = useReaderStore();
  const box = useRef<HTMLElement>(null);
  const below = place.top + place.height + 6;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    element.showPopover();
    // Within the window, be it over the sentence.
    const lowest = scrollY + innerHeight - element.offsetHeight - 12;
    element.style.top = `${Math.max(scrollY + 56, Math.min(below, lowest))}px`;
    element.focus({ preventScroll: true });
  }, [below]);
  const turnTo = (annotation: string) => {
    box.current?.hidePopover();
    store.focus(annotation);
    focusNote(annotation);
  };
  return (
    <section
      ref={box}
      popover="auto"
      aria-label="Who marked this sentence"
      tabIndex={-1}
      className="contested-said"
      style={{ left: Math.max(16, place.left) }}
      onToggle={({ newState }) => newState === 'closed' && onClose()}
    >
      <h2>Marked by some, not by others</h2>
      <dl>
        {sentence.tags.map(({ tag, people, annotators, marks }) => {
          const word = store.reading.tags.find(({ slug }) => slug === tag);
          return (
            <div key={tag}>
              <dt>
                <b aria-hidden="true" style={{ color: `var(--hl-${word?.slot ?? 0}-edge)` }}>
                  {word?.glyph}
                </b>{' '}
                {word?.name ?? tag}{' '}
                <span>
                  {people} of {annotators} annotators
                </span>
              </dt>
              <dd>
                {marks.map(({ annotation, creator }) => (
                  <button key={annotation} type="button" onClick={() => turnTo(annotation)}>
                    {creator.name}
                  </button>
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
