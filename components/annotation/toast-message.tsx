'use client';

import { useEffect, useRef, useState } from 'react';
import { useFocusBack } from '@/components/use-focus-back';
import { type Toast, undoLast, useDesk } from './desk';

/** How long a message stays, with a way back and without; milliseconds. */
const UNDO = 10_000;
const READ = 5_000;

/** The last thing that was done, and the way back. Stays while the pointer or the focus is on it. */
export function ToastMessage({ toast }: { toast: Toast }) {
  const desk = useDesk();
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => desk.patch({ toast: null }), toast.undo ? UNDO : READ);
    return () => clearTimeout(timer);
  }, [desk, toast, isHeld]);
  // The one that goes to a message means something else to the browser, so it must not be the one that is waited for.
  useEffect(() => {
    desk.store.keys.fetch().catch(() => {});
  }, [desk]);
  const element = useRef<HTMLDivElement>(null);
  const enter = useFocusBack(element);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return (
    <div
      ref={element}
      role="group"
      aria-label="Message"
      className="toast"
      onMouseEnter={hold}
      onMouseLeave={release}
      onFocus={(event) => {
        hold();
        enter(event);
      }}
      onBlur={release}
    >
      {toast.message}
      {toast.link && <a href={toast.link.href}>{toast.link.text}</a>}
      {toast.undo && (
        <button type="button" className="undo" onClick={() => undoLast(desk)}>
          Undo
        </button>
      )}
      <button type="button" aria-label="Close" onClick={() => desk.patch({ toast: null })}>
        <span aria-hidden="true">×</span>
      </button>
    </div>
  );
}
