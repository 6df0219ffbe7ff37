'use client';

import { useEffect, useRef, useState } from 'react';
import { useReader, useReaderStore } from './reader-store';
import { enterCard } from './reveal';
import { type Ambiguity, watchPointer } from './watch-pointer';

/** Where several annotations overlap, a click asks which one is meant. */
export function OverlapList() {
  const store = useReaderStore();
  const article = useReader((state) => state.article);
  const annotations = useReader((state) => state.annotations);
  const [question, setQuestion] = useState<Ambiguity | null>(null);
  const popover = useRef<HTMLDivElement>(null);
  useEffect(() => (article ? watchPointer(store, setQuestion) : undefined), [store, article]);
  useEffect(() => {
    if (!question || !popover.current) return;
    popover.current.showPopover();
    popover.current.querySelector('button')?.focus();
  }, [question]);
  if (!question) return null;
  const { ids, x, y } = question;
  return (
    <div
      ref={popover}
      popover="auto"
      className="reader-overlaps"
      role="group"
      aria-label={`${ids.length} annotations here`}
      style={{ left: `min(${x}px, 100vw - 19rem)`, top: `min(${y + 14}px, 100vh - 12rem)` }}
      onToggle={(event) => event.newState === 'closed' && setQuestion(null)}
      onKeyDown={walkButtons}
    >
      <p>{ids.length} annotations here</p>
      {ids.toReversed().map((id) => (
        <button
          key={id}
          type="button"
          onClick={() => {
            setQuestion(null);
            enterCard(store, id);
          }}
        >
          <Choice id={id} annotation={annotations.get(id)} />
        </button>
      ))}
    </div>
  );
}

function Choice({
  id,
  annotation,
}: {
  id: string;
  annotation: ReturnType<Map<string, import('@/lib/core/annotation/annotation').Annotation>['get']>;
}) {
  const store = useReaderStore();
  const state = store.get();
  const range = annotation && store.ranges.of(annotation, state);
  if (!annotation || !range) return id;
  const tags = store.reading.tags.filter(({ slug }) => annotation.tags.includes(slug));
  const quote = state.article?.quote(range) ?? '';
  return (
    <>
      <span>
        <span aria-hidden="true" className={`reader-glyph k${range.slot}`}>
          {tags[0]?.glyph ?? '▬'}
        </span>{' '}
        {range.label}
      </span>
      <q dir="auto">{quote.length > 70 ? `${quote.slice(0, 68)}…` : quote}</q>
    </>
  );
}

function walkButtons(event: React.KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const next = buttons.indexOf(document.activeElement as HTMLButtonElement) + by;
  buttons.at(next % buttons.length)?.focus();
}
