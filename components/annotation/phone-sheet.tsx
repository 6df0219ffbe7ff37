'use client';

import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { stepAnnotation } from '@/components/reader/annotation-steps';
import { useReader, useReaderStore } from '@/components/reader/reader-store';
import type { Annotation } from '@/lib/core/annotation/annotation';
import { unreadCount } from '@/lib/core/annotation/filter';
import { quoteOf } from '@/lib/core/annotation/highlight';
import { useDeskState } from './desk';
import { DiscussionBar, NextUnread } from './discussion-bar';
import { Note } from './note';
import { NoteList } from './note-list';
import { NotesState } from './notes-state';
import { useMarkAbove } from './use-mark-above';
import { useVisibleHeight } from './use-visible-height';

/** A drag of this many CSS pixels is meant. */
const DRAG = 40;

/** The thread at the tapped passage, or all of them, from the lower edge. The text above stays readable. */
export function PhoneSheet() {
  const store = useReaderStore();
  const focused = useReader((state) =>
    state.focused === null ? null : state.annotations.get(state.focused),
  );
  const isWriting = useDeskState((state) => state.writing !== null);
  const [isTall, setTall] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const sheet = useRef<HTMLDivElement>(null);
  const from = useRef(0);
  useVisibleHeight(sheet);
  useMarkAbove(sheet);
  useEffect(() => {
    if (focused) setShowsAll(false);
  }, [focused]);
  useEffect(() => {
    if (showsAll) sheet.current?.focus({ preventScroll: true });
  }, [showsAll]);
  const close = () => {
    setShowsAll(false);
    setTall(false);
    store.focus(null);
  };
  if (!focused && !showsAll) return <SheetButton open={() => setShowsAll(true)} />;
  const drop = ({ clientY }: PointerEvent) => {
    const moved = clientY - from.current;
    if (moved < -DRAG) setTall(true);
    else if (moved > DRAG && isTall) setTall(false);
    else if (moved > DRAG) close();
  };
  return (
    <div
      ref={sheet}
      role="dialog"
      tabIndex={-1}
      aria-label={showsAll ? 'All annotations' : 'Annotation'}
      className="sheet"
      data-tall={isTall || isWriting || showsAll || undefined}
      onKeyDown={({ key, defaultPrevented, currentTarget }) => {
        if (key === 'Escape' && !defaultPrevented && !currentTarget.querySelector(':popover-open')) close();
      }}
    >
      <div
        className="sheet-bar"
        onPointerDown={(event) => {
          from.current = event.clientY;
        }}
        onPointerUp={drop}
      >
        {focused && !showsAll && <SheetSteps />}
        <i aria-hidden="true" />
        {!showsAll && (
          <button
            type="button"
            aria-label={isTall ? 'Make smaller' : 'Make larger'}
            onClick={() => setTall(!isTall)}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d={isTall ? 'm4 6 4 4 4-4' : 'm4 10 4-4 4 4'} />
            </svg>
          </button>
        )}
        <button type="button" aria-label="Close" onClick={close}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <div className="sheet-body">{showsAll ? <All /> : focused && <One annotation={focused} />}</div>
    </div>
  );
}

const All = () => (
  <>
    <DiscussionBar hasColumn={false} />
    <NotesState />
    <NoteList />
  </>
);

const One = ({ annotation }: { annotation: Annotation }) => (
  <>
    <blockquote dir="auto">{quoteOf(annotation)}</blockquote>
    <Note annotation={annotation} />
  </>
);

function SheetSteps() {
  const store = useReaderStore();
  return (
    <>
      <button type="button" aria-label="Previous annotation" onClick={() => stepAnnotation(store, -1)}>
        <span aria-hidden="true">↑</span>
      </button>
      <button type="button" aria-label="Next annotation" onClick={() => stepAnnotation(store, 1)}>
        <span aria-hidden="true">↓</span>
      </button>
    </>
  );
}

/** The way to all annotations where there is no column for them. */
function SheetButton({ open }: { open: () => void }) {
  const count = useReader((state) => state.annotations.size);
  const viewer = useReaderStore().reading.viewer?.id ?? null;
  const unread = useReader(({ annotations, marks }) => unreadCount(annotations.values(), { viewer, marks }));
  const hasDraft = useReader((state) => state.draft !== null);
  if (hasDraft || count === 0) return null;
  return (
    <div className="sheet-button">
      <button type="button" onClick={open}>
        {count === 1 ? '1 annotation' : `${count} annotations`}
      </button>
      <NextUnread count={unread} />
    </div>
  );
}
