import './make-card.css';
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { setVisibility } from '@/components/annotation/change-annotation';
import { useDesk } from '@/components/annotation/desk';
import { focusNote } from '@/components/annotation/focus-note';
import { Modal } from '@/components/annotation/modal';
import { kindTag } from '@/components/crux/kind-tag';
import { useReader } from '@/components/reader/reader-store';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/field';
import type { Annotation } from '@/lib/core/annotation/annotation';
import { quoteOf } from '@/lib/core/annotation/highlight';
import { longestStatement } from '@/lib/core/crux/statement-from';
import { type CardWords, keepWords, kinds, wordsFor } from './card-words';
import { propose } from './make-card';
import { SimilarCards } from './similar-cards';

interface Props {
  annotation: string;
  /** Why the last try failed. */
  problem?: string;
}

/** The card that a passage belongs to: one that is there, or a new one. A note that nobody else sees belongs to none yet. */
export function MakeCardDialog({ annotation, problem }: Props) {
  const desk = useDesk();
  const known = useReader((state) => state.annotations.get(annotation));
  // However it ends, and not before it is gone: what lies under it cannot be focused.
  useEffect(() => () => focusNote(annotation), [annotation]);
  // It may be deleted while somebody writes.
  const [first] = useState(known);
  const note = known ?? first;
  if (!note) return null;
  return (
    <Modal title="Make a card">
      <blockquote className="about-passage" dir="auto">
        {quoteOf(note)}
      </blockquote>
      {note.visibility === 'private' ? (
        <>
          <p>Only you see this note, and a card is for everybody. Show the note to the group first.</p>
          <footer>
            <Button onClick={() => setVisibility(desk, annotation, 'group')}>Show to the group</Button>
          </footer>
        </>
      ) : (
        <Choice note={note} problem={problem} />
      )}
    </Modal>
  );
}

/** What is there stands first. What is typed stays until it is sent. */
function Choice({ note, problem }: { note: Annotation; problem: string | undefined }) {
  const desk = useDesk();
  const [words, setWords] = useState(() => wordsFor(desk, note));
  const [isBusy, setBusy] = useState(false);
  const change = (next: Partial<CardWords>) => {
    setWords({ ...words, ...next });
    keepWords(desk, note.id, { ...words, ...next });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || !words.statement.trim()) return;
    setBusy(true);
    await propose(desk, note.id, words);
    setBusy(false);
  };
  const { statement } = words;
  return (
    <>
      <SimilarCards note={note.id} statement={statement} />
      <form className="card-form" onSubmit={submit}>
        <Kinds words={words} change={change} />
        <TextArea
          label="What a new card would say"
          hint={<Hint length={statement.length} />}
          value={statement}
          maxLength={longestStatement}
          rows={3}
          dir="auto"
          onChange={({ target }) => change({ statement: target.value.replace(/\s*\n\s*/g, ' ') })}
          onKeyDown={sendByEnter}
        />
        {problem && (
          <p role="alert" className="card-problem">
            {problem}
          </p>
        )}
        <footer>
          <Button type="submit" disabled={isBusy || !statement.trim()}>
            Make a new card
          </Button>
        </footer>
      </form>
    </>
  );
}

const Hint = ({ length }: { length: number }) => (
  <span className="statement-hint">
    <span>One sentence that is true or false.</span>
    <span>
      {length} / {longestStatement}
    </span>
  </span>
);

/** A statement has one line, so Enter is free to send it. */
function sendByEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

function Kinds({ words, change }: { words: CardWords; change: (next: Partial<CardWords>) => void }) {
  const { tags } = useDesk().store.reading;
  return (
    <fieldset className="reader-choices card-kinds">
      <legend>Kind</legend>
      {kinds.map((kind) => {
        const { name, glyph, slot } = kindTag(kind, tags);
        return (
          <label key={kind}>
            <input
              type="radio"
              name="kind"
              value={kind}
              checked={words.kind === kind}
              onChange={() => change({ kind })}
            />
            <span>
              <i className={`k${slot}`} aria-hidden="true">
                {glyph}
              </i>
              {name}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
