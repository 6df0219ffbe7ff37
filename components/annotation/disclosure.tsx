'use client';

import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { beside } from './beside';
import { firstItem, walkByArrows } from './walk-by-arrows';

interface Props {
  label: string;
  className?: string;
  /** What the button shows. */
  face: ReactNode;
  children: ReactNode;
}

/**
 * A button and what it opens: in the top layer, beside the button, closed by Escape, a click elsewhere or a choice.
 * Whoever opened it by a key is taken to the first item, and back by the browser when it closes.
 */
export function Disclosure({ label, className, face, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const byKey = useRef(false);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isOpen || !popover.current || !button.current) return;
    const target = button.current;
    // What it holds may be fetched, and then it grows.
    const observer = new ResizeObserver(([entry]) => stand(entry!.target as HTMLElement, target));
    observer.observe(popover.current);
    return () => observer.disconnect();
  }, [isOpen]);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        popoverTarget={id}
        aria-label={label}
        onClick={({ detail }) => {
          byKey.current = detail === 0;
        }}
      >
        {face}
      </button>
      <div
        id={id}
        popover="auto"
        role="group"
        tabIndex={-1}
        aria-label={label}
        className="note-popover"
        onKeyDown={walkByArrows}
        onClick={(event) => {
          if ((event.target as Element).closest('button')) event.currentTarget.hidePopover();
        }}
        onBeforeToggle={({ newState }) => newState === 'open' && setOpen(true)}
        // Not earlier: what is not shown yet takes no focus, and the browser gives it back only from what still stands there.
        onToggle={({ newState, currentTarget }) => {
          if (newState === 'closed') setOpen(false);
          else if (byKey.current) (firstItem(currentTarget) ?? currentTarget).focus();
        }}
        ref={popover}
      >
        {isOpen && children}
      </div>
    </>
  );
}

function stand({ style, offsetWidth: width, offsetHeight: height }: HTMLElement, target: HTMLElement): void {
  const window = { width: document.documentElement.clientWidth, height: innerHeight };
  const { top: over, right, bottom } = target.getBoundingClientRect();
  const { left, top } = beside({ left: right - width, top: over, right, bottom }, { width, height }, window);
  style.left = `${left}px`;
  style.top = `${top}px`;
}
