'use client';

import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';

const OFFERED = 10_000;

interface Props {
  children: ReactNode;
  onUndo: () => void;
  onEnd: () => void;
  /** How long the way back is offered, in milliseconds. */
  offered?: number;
}

/** What was just done, and the way back. Stays while the pointer or the focus is on it. */
export function UndoMessage({ children, onUndo, onEnd, offered = OFFERED }: Props) {
  const [isHeld, setHeld] = useState(false);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => end(), offered);
    return () => clearTimeout(timer);
  }, [isHeld, offered]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return (
    <section
      aria-label="Message"
      onMouseEnter={hold}
      onMouseLeave={release}
      onFocus={hold}
      onBlur={release}
      className="fixed inset-x-4 bottom-4 z-50 mx-auto flex w-fit max-w-lg items-center gap-3 rounded-lg bg-ink py-1 ps-4 pe-1 text-paper text-sm shadow-raised forced-colors:border"
    >
      <span className="wrap-anywhere" dir="auto">
        {children}
      </span>
      <button
        type="button"
        onClick={onUndo}
        className="min-h-9 rounded-md px-3 font-semibold underline pointer-coarse:min-h-11"
      >
        Undo
      </button>
    </section>
  );
}
