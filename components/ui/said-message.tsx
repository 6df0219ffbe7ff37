'use client';

import { useRef, useState } from 'react';
import { UndoMessage } from './undo-message';

/** What the button takes back: on it, and where it is only heard. */
const ways = {
  itself: { button: 'Undo', heard: ' Control Z takes it back.' },
  before: { button: 'Undo the one before', heard: ' Control Z takes the one before back.' },
};

interface Said {
  words: string;
  /** Null: it tells of nothing that was done. */
  way: keyof typeof ways | null;
  /** Another each time, so that the same words are heard again. */
  key: number;
}

/** What somebody did last, took back, or could not do. One thing at a time. */
export function useSaid() {
  const [said, setSaid] = useState<Said | null>(null);
  const count = useRef(0);
  const say = (words: string, way: Said['way'] = null) => {
    count.current++;
    setSaid({ words, way, key: count.current });
  };
  return {
    said,
    say,
    sayDone: (words: string) => say(words, 'itself'),
    sayTakenBack: (words: string) => say(`Taken back: ${words}`, 'before'),
    hush: () => setSaid(null),
  };
}

interface Props {
  said: Said | null;
  /** Something still stands that can be taken back. */
  canUndo: boolean;
  /** Takes back the last thing that still stands. */
  onUndo: () => void;
  onEnd: () => void;
  /** How long it stands, in milliseconds. */
  offered: number;
}

/** Shows it, and says it to those who do not see that. */
export function SaidMessage({ said, canUndo, ...rest }: Props) {
  const way = said?.way && canUndo ? ways[said.way] : null;
  return (
    <>
      <p role="status" className="sr-only">
        {said && <span key={said.key}>{`${said.words}${way?.heard ?? ''}`}</span>}
      </p>
      {said && (
        <UndoMessage key={said.key} way={way?.button ?? null} {...rest}>
          {said.words}
        </UndoMessage>
      )}
    </>
  );
}
