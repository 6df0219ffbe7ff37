'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Annotation } from '@/lib/core/annotation/annotation';
import { useReader, useReaderStore } from './reader-store';
import { enterNote } from './reveal';
import type { Ambiguity } from './watch-pointer';

interface Props {
  question: Ambiguity;
  onDone: () => void;
}

/** Where several annotations overlap, a click asks which one is meant. */
export default function OverlapList({ question: { ids, x, y }, onDone }: Props) {
  const store = useReaderStore();
  const annotations = useReader((state) => state.annotations);
  const popover = useRef<HTMLDivElement>(null);
  useEffect(() => {
    popover.current?.showPopover();
    popover.current?.querySelector('button')?.focus();
  }, []);
  return (
    <div
      ref={popover}
      popover="auto"
      className="reader-overlaps"
      role="group"
      aria-label={`${ids.length} annotations here`}
      style={{ left: `min(${x}px, 100vw - 19rem)`, top: `min(${y + 14}px, 100vh - 12rem)` }}
      onToggle={(event) => event.newState === 'closed' && onDone()}
      onKeyDown={walkButtons}
    >
      <p>{ids.length} annotations here</p>
      {ids.toReversed().flatMap((id) => {
        const annotation = annotations.get(id);
        if (!annotation) return [];
        const choose = () => {
          onDone();
          enterNote(store, id);
        };
        return (
          <button key={id} type="button" onClick={choose}>
            <Choice annotation={annotation} />
          </button>
        );
      })}
    </div>
  );
}

/** Longer quotes are cut. UTF-16 code units. */
const EXCERPT = 70;

function Choice({ annotation }: { annotation: Annotation }) {
  const store = useReaderStore();
  const state = store.get();
  const range = store.ranges.of(annotation, state);
  if (!range) return null;
  const tag = store.reading.tags.find(({ slug }) => annotation.tags.includes(slug));
  const quote = state.article?.quote(range) ?? '';
  return (
    <>
      <span>
        <span aria-hidden="true" className={`reader-glyph k${range.slot}`}>
          {tag?.glyph ?? '▬'}
        </span>{' '}
        {range.label}
      </span>
      <q dir="auto">{quote.length > EXCERPT ? `${quote.slice(0, EXCERPT)}…` : quote}</q>
    </>
  );
}

function walkButtons(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const next = buttons.indexOf(document.activeElement as HTMLButtonElement) + by;
  buttons.at(next % buttons.length)?.focus();
}
