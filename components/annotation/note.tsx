'use client';

import { memo, useEffect } from 'react';
import { onDemand } from '@/components/reader/on-demand';
import { useReader, useReaderStore } from '@/components/reader/reader-store';
import { reveal } from '@/components/reader/reveal';
import { showTransient } from '@/components/reader/transient-highlight';
import type { Annotation } from '@/lib/core/annotation/annotation';
import { isUnread } from '@/lib/core/annotation/filter';
import { livingReplies } from '@/lib/core/annotation/highlight';
import { type CommentDocument, commentToText } from '@/lib/core/essay/comment-document';
import { unsavedOf, useDesk, useDeskState } from './desk';
import { NoteHead } from './note-head';
import { TagLabels } from './tag-label';

const DraftLine = onDemand(async () => (await import('./draft-line')).DraftLine);
const Thread = onDemand(async () => (await import('./thread')).Thread, { meanwhile: Summary });

/** An annotation beside its passage: a few lines, or the whole thread when it is open. */
export const Note = memo(function Note({ annotation }: { annotation: Annotation }) {
  const desk = useDesk();
  const store = useReaderStore();
  const { id } = annotation;
  const isOpen = useReader((state) => state.focused === id);
  const marks = useReader((state) => state.marks);
  const isFolded =
    useReader(({ settings }) => settings.hiddenPeople?.includes(annotation.creator.id)) && !isOpen;
  const unsaved = useDeskState((state) => unsavedOf(state, id));
  const draft = useDeskState((state) => state.drafts.find(({ annotation: of }) => of === id));
  const tag = store.reading.tags.find(({ slug }) => slug === annotation.tags[0]);
  useEffect(() => {
    store.noteMounted(id);
    return () => store.noteUnmounted(id);
  }, [store, id]);
  const glow = (on: boolean) => {
    const { article } = store.get();
    const range = on && store.ranges.of(annotation, store.get());
    showTransient('hover', range && article ? [article.domRange(range)] : []);
  };
  const open = () => {
    if (!isOpen || store.get().selecting) store.focus(id);
  };
  const leave = () => {
    const range = store.ranges.of(annotation, store.get());
    store.focus(null);
    if (range) reveal(store, range);
  };
  return (
    <div
      id={`a-${id}`}
      role="comment"
      tabIndex={-1}
      aria-labelledby={`by-${id}`}
      className={`note k${tag?.slot ?? 0}`}
      data-open={isOpen || undefined}
      data-resolved={annotation.resolved ? '' : undefined}
      onClick={open}
      onKeyDown={(event) => {
        const { key, target, currentTarget } = event;
        if (event.defaultPrevented) return;
        if (key === 'Enter' && target === currentTarget && !isOpen) open();
        // Escape closes what is uppermost: first a menu or a selection, then the note.
        else if (key === 'Escape' && !store.get().draft && !currentTarget.querySelector(':popover-open'))
          leave();
        else return;
        event.preventDefault();
      }}
      onMouseEnter={() => glow(true)}
      onMouseLeave={() => glow(false)}
    >
      {isFolded ? (
        <p id={`by-${id}`} className="note-summary">
          By somebody you hid · show
        </p>
      ) : (
        <NoteHead
          annotation={annotation}
          isOpen={isOpen}
          isUnread={isUnread(annotation, marks, store.reading.viewer?.id ?? null)}
        />
      )}
      {isOpen ? <Thread annotation={annotation} /> : !isFolded && <Summary annotation={annotation} />}
      {draft && <DraftLine draft={draft} />}
      {!isFolded && <Fetched annotation={id} />}
      {unsaved !== undefined && (
        <p className="note-unsaved">
          {unsaved === null ? 'Saving…' : 'Not saved yet.'}
          {unsaved !== null && (
            <button type="button" title={unsaved} onClick={() => desk.nudge.dispatchEvent(new Event('now'))}>
              Try again
            </button>
          )}
        </p>
      )}
    </div>
  );
});

/** What is fetched when the text is there: what was decided, and cards. */
function Fetched({ annotation }: { annotation: string }) {
  const decided = useDeskState((state) => state.decided);
  const cards = useDeskState((state) => state.cards);
  return (
    <>
      {decided && <decided.Line annotation={annotation} />}
      {cards && <cards.Chips annotation={annotation} />}
    </>
  );
}

/** What can be said in three lines. */
function Summary({ annotation }: { annotation: Annotation }) {
  const { tags } = useReaderStore().reading;
  const { resolved, comment } = annotation;
  const replies = livingReplies(annotation);
  const { agree = [], disagree = [], helpful = [] } = annotation.reactions;
  const counts = [
    resolved && `Resolved by ${resolved.by.name}`,
    replies > 0 && (replies === 1 ? '1 reply' : `${replies} replies`),
    agree.length > 0 && `${agree.length} agree`,
    disagree.length > 0 && `${disagree.length} disagree`,
    helpful.length > 0 && `${helpful.length} helpful`,
  ].filter(Boolean);
  return (
    <>
      <p className="note-summary" dir="auto">
        <TagLabels tags={tags} slugs={annotation.tags} />
        {comment && commentToText(comment.document as CommentDocument)}
      </p>
      {counts.length > 0 && <p className="note-counts">{counts.join(' · ')}</p>}
    </>
  );
}
