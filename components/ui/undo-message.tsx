'use client';

import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { isTyping } from '@/components/is-typing';
import { useFocusBack } from '@/components/use-focus-back';

const OFFERED = 10_000;

interface Props {
  children: ReactNode;
  /** By the button, and the key. */
  onUndo: () => void;
  onEnd: () => void;
  /** How long the way back is offered, in milliseconds. */
  offered?: number;
  /** Words of its button; null where it has none, and the key alone takes back what came before. */
  way?: string | null;
}

/**
 * What was just done, and the way back: by Ctrl+Z, or F6 and Enter, as in an essay. Stays while the pointer or the focus
 * is on it; the focus then goes back to where it was. It stands above a bar of buttons (`data-bar`) at the lower edge,
 * and on a wide screen beside it, over the end of the list that such a page has there.
 */
export function UndoMessage({ children, onUndo, onEnd, offered = OFFERED, way = 'Undo' }: Props) {
  const [isHeld, setHeld] = useState(false);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => end(), offered);
    return () => clearTimeout(timer);
  }, [isHeld, offered]);
  const element = useRef<HTMLElement>(null);
  const enter = useFocusBack(element);
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'z';
    // In a field the key takes back what was typed.
    if (event.key !== 'F6' && (!isUndo || isTyping(event.target))) return;
    const button = element.current?.querySelector<HTMLElement>('a, button');
    if (!isUndo && !button) return;
    event.preventDefault();
    if (isUndo) onUndo();
    else button?.focus();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => pressed(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return (
    <section
      ref={element}
      aria-label="Message"
      onMouseEnter={hold}
      onMouseLeave={release}
      onFocus={(event) => {
        hold();
        enter(event);
      }}
      onBlur={release}
      className="fixed inset-x-4 bottom-4 z-50 max-lg:[body:has([data-bar])_&]:bottom-20 max-md:[body:has([data-bar])_&]:bottom-36 lg:[body:has([data-bar])_&]:ms-0 lg:[body:has([data-bar])_&]:max-w-68 lg:[body:has([data-bar])_&]:flex-wrap mx-auto flex w-fit max-w-lg min-h-11 items-center gap-x-3 rounded-lg bg-ink py-1 ps-4 pe-1 text-paper text-sm shadow-raised forced-colors:border"
    >
      <span className={`wrap-anywhere py-1.5 ${way === null ? 'pe-3' : ''}`} dir="auto">
        {children}
      </span>
      {way !== null && (
        <>
          <button
            type="button"
            onClick={onUndo}
            aria-keyshortcuts="Control+Z"
            className="min-h-9 rounded-md px-3 font-semibold underline pointer-coarse:min-h-11"
          >
            {way}
          </button>
          <kbd className="-ms-3 me-2 whitespace-nowrap font-ui text-xs opacity-70 pointer-coarse:hidden">
            Ctrl Z
          </kbd>
        </>
      )}
    </section>
  );
}
