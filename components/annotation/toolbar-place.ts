import type { CSSProperties } from 'react';
import { isInView } from '@/components/reader/reveal';
import { beside } from './beside';
import type { Desk } from './desk';

/** Where the tools of a selection stand in the window: over what has been read, and not over the notes beside the text. */
export function toolbarPlace(desk: Desk, bar: HTMLElement): CSSProperties | null {
  const { store, get } = desk;
  const { article, draft } = store.get();
  const { moving } = get();
  if (moving) return placeInMargin(desk, bar, moving.annotation);
  if (!article || !draft) return null;
  if (!isInView(store, draft)) return { visibility: 'hidden' };
  const { right } = article.article.getBoundingClientRect();
  const target = article.domRange(draft).getBoundingClientRect();
  return beside(target, sizeOf(bar), { width: right, height: innerHeight, first: 'above' });
}

/**
 * Any words may be chosen instead: so among the notes, above the line that is chosen now or as near to it as can be seen, and
 * not over the note of the mark.
 */
function placeInMargin({ store, annotation }: Desk, bar: HTMLElement, id: string): CSSProperties | null {
  const { article, draft } = store.get();
  const moved = annotation(id);
  const passage = draft ?? (moved && store.ranges.of(moved, store.get()));
  const notes = document.querySelector('.reader-notes')?.getBoundingClientRect();
  if (!article || !notes) return null;
  const { left, right, width } = notes;
  const above = document.querySelector('.notes-bar')?.getBoundingClientRect().bottom ?? 0;
  // Its own words are lost, and no others are chosen.
  if (!passage) return { maxWidth: width, left, top: Math.max(0, above) };
  const room = { top: Math.max(0, above), width: right, height: innerHeight, first: 'above' } as const;
  const placeAt = ({ top, bottom }: DOMRect) => beside({ left, right, top, bottom }, sizeOf(bar), room);
  const place = placeAt(article.domRange(passage).getBoundingClientRect());
  const note = document.getElementById(`a-${id}`)?.getBoundingClientRect();
  const coversNote = note && place.top < note.bottom && place.top + bar.offsetHeight > note.top;
  return { maxWidth: width, ...(coversNote ? placeAt(note) : place) };
}

const sizeOf = ({ offsetWidth: width, offsetHeight: height }: HTMLElement) => ({ width, height });
