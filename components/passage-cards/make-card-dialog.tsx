import './make-card.css';
import { useEffect, useState } from 'react';
import { setVisibility } from '@/components/annotation/change-annotation';
import { useDesk } from '@/components/annotation/desk';
import { focusNote } from '@/components/annotation/focus-note';
import { Modal } from '@/components/annotation/modal';
import { type NewCard, NewCardForm } from '@/components/crux/new-card/new-card-form';
import { SimilarCards } from '@/components/crux/new-card/similar-cards';
import { useReader } from '@/components/reader/reader-store';
import { Button } from '@/components/ui/button';
import type { Annotation } from '@/lib/core/annotation/annotation';
import { quoteOf } from '@/lib/core/annotation/highlight';
import { keepWords, suggestedBy, wordsFor } from './card-words';
import { LinkToCard } from './link-to-card';
import { propose } from './make-card';
import { OtherCard } from './other-card';
import { OtherStatement } from './other-statement';

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
  const [card, setCard] = useState(() => wordsFor(desk, note));
  const [isBusy, setBusy] = useState(false);
  const { group, tags } = desk.store.reading;
  const type = (next: NewCard) => {
    setCard(next);
    keepWords(desk, note.id, next);
  };
  const submit = async () => {
    setBusy(true);
    await propose(desk, note.id, card);
    setBusy(false);
  };
  return (
    <>
      <OtherCard note={note.id} />
      <SimilarCards group={group.slug} tags={tags} statement={card.statement} annotation={note.id}>
        {(one, named) => <LinkToCard note={note.id} card={one} named={named} />}
      </SimilarCards>
      <NewCardForm
        card={card}
        tags={tags}
        isBusy={isBusy}
        onType={type}
        onSubmit={submit}
        similar={
          <OtherStatement
            suggested={suggestedBy(desk, note)}
            current={card.statement}
            onChoose={(statement) => type({ ...card, statement })}
          />
        }
      >
        {problem && (
          <p role="alert" className="basis-full text-danger">
            {problem}
          </p>
        )}
      </NewCardForm>
    </>
  );
}
