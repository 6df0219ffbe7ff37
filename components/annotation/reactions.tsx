import type { ReactNode } from 'react';
import { useReaderStore } from '@/components/reader/reader-store';
import type { Reactions as Given, ReactionKind } from '@/lib/core/annotation/annotation';
import { react } from './change-annotation';
import { useDesk } from './desk';
import { namesOf } from './names-of';

interface Props {
  annotation: string;
  /** Null: the annotation itself. */
  reply: string | null;
  /** Nobody is asked whether they agree with themselves. */
  isMine: boolean;
  reactions: Given;
  children?: ReactNode;
}

const opinions = [
  ['agree', 'Agree'],
  ['disagree', 'Disagree'],
] as const;

/** What people think of it, and apart from that whether it helps. */
export function Reactions({ annotation, reply, isMine, reactions, children }: Props) {
  const desk = useDesk();
  const { viewer, writes } = useReaderStore().reading;
  const button = (kind: ReactionKind, name: string) => {
    const people = reactions[kind] ?? [];
    const may = writes && (!isMine || people.includes(viewer?.id ?? ''));
    if (!may && people.length === 0) return null;
    const who = namesOf(desk.store.get().annotations, people, viewer);
    return (
      <button
        key={kind}
        type="button"
        disabled={!may}
        aria-pressed={viewer !== null && people.includes(viewer.id)}
        aria-label={people.length > 0 ? `${name}, ${people.length}: ${who}` : name}
        title={who}
        onClick={() => react(desk, { annotation, reply }, kind)}
      >
        {name}
        {people.length > 0 && <b>{people.length}</b>}
      </button>
    );
  };
  return (
    <div className="note-reactions">
      <span role="group" aria-label="Your opinion">
        {opinions.map(([kind, name]) => button(kind, name))}
      </span>
      <span className="after">
        {button('helpful', 'Helpful')}
        {children}
      </span>
    </div>
  );
}
