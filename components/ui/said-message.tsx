'use client';

import { useRef, useState } from 'react';
import { UndoMessage } from './undo-message';

interface Said {
  words: string;
  /** It can be taken back. */
  isDone: boolean;
  /** Another each time, so that the same words are heard again. */
  key: number;
}

/** What somebody did last, took back, or could not do. One thing at a time. */
export function useSaid() {
  const [said, setSaid] = useState<Said | null>(null);
  const count = useRef(0);
  const say = (words: string, isDone = false) => {
    count.current++;
    setSaid({ words, isDone, key: count.current });
  };
  return {
    said,
    say,
    sayDone: (words: string) => say(words, true),
    sayTakenBack: (words: string) => say(`Taken back: ${words}`),
    hush: () => setSaid(null),
  };
}

interface Props {
  said: Said | null;
  /** Takes back the last thing that still stands. */
  onUndo: () => void;
  onEnd: () => void;
  /** How long it stands, in milliseconds. */
  offered: number;
}

/** Shows it, and says it to those who do not see that. */
export function SaidMessage({ said, ...way }: Props) {
  return (
    <>
      <p role="status" className="sr-only">
        {said && (
          <span key={said.key}>{`${said.words}${said.isDone ? ' Control Z takes it back.' : ''}`}</span>
        )}
      </p>
      {said && (
        <UndoMessage key={said.key} isBare={!said.isDone} {...way}>
          {said.words}
        </UndoMessage>
      )}
    </>
  );
}
