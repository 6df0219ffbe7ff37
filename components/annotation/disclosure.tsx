'use client';

import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { beside } from './beside';

interface Props {
  label: string;
  className?: string;
  /** What the button shows. */
  face: ReactNode;
  children: ReactNode;
}

/** A button and what it opens: in the top layer, beside the button, closed by Escape, a click elsewhere or a choice. */
export function Disclosure({ label, className, face, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
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
      <button ref={button} type="button" className={className} popoverTarget={id} aria-label={label}>
        {face}
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys click the buttons in it, which is what is listened to */}
      <div
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        className="note-popover"
        onClick={(event) => {
          if ((event.target as Element).closest('button')) event.currentTarget.hidePopover();
        }}
        onBeforeToggle={({ newState }) => setOpen(newState === 'open')}
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
