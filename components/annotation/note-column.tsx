'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { useReader, useReaderStore } from '@/components/reader/reader-store';
import { useDesk } from './desk';
import { focusNote } from './focus-note';
import { Note } from './note';
import { useNotePlaces } from './use-note-places';

/** The notes beside the text, each as near to its passage as the others allow. Only those near the window are there. */
export function NoteColumn() {
  const column = useRef<HTMLDivElement>(null);
  const annotations = useReader((state) => state.annotations);
  const focused = useReader((state) => state.focused);
  const { placed, measured } = useNotePlaces(column);
  return (
    <div ref={column} className="notes">
      {placed.map(({ id, top, crowd }) => {
        const annotation = annotations.get(id);
        return (
          <Place key={id} id={id} top={top} isFocused={id === focused} measured={measured}>
            {crowd ? <Crowd ids={crowd} /> : annotation && <Note annotation={annotation} />}
          </Place>
        );
      })}
    </div>
  );
}

interface PlaceProps {
  id: string;
  top: number;
  isFocused: boolean;
  measured: (id: string, height: number) => void;
  children: ReactNode;
}

function Place({ id, top, isFocused, measured, children }: PlaceProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => measured(id, entry!.borderBoxSize[0]!.blockSize));
    observer.observe(ref.current!);
    return () => observer.disconnect();
  }, [id, measured]);
  return (
    <div
      ref={ref}
      className="note-place"
      data-focused={isFocused || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      {children}
    </div>
  );
}

/** More notes than fit beside one place. */
function Crowd({ ids }: { ids: readonly string[] }) {
  const desk = useDesk();
  const { tags } = useReaderStore().reading;
  const annotations = useReader((state) => state.annotations);
  const used = new Set(ids.flatMap((id) => annotations.get(id)?.tags ?? []));
  return (
    <button
      type="button"
      className="note-crowd"
      onClick={() => {
        desk.patch({ spread: ids });
        desk.store.focus(ids[0]!);
        focusNote(ids[0]!);
      }}
    >
      {tags
        .filter(({ slug }) => used.has(slug))
        .map(({ slug, slot, glyph }) => (
          <i key={slug} className={`k${slot}`} aria-hidden="true">
            {glyph}
          </i>
        ))}
      {ids.length} annotations
    </button>
  );
}
