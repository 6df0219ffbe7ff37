'use client';

import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

interface Props {
  title: string;
  /** Called when it was closed by Escape; whoever renders it then stops. */
  onClose: () => void;
  children: ReactNode;
}

/** A modal dialog that is open as long as it is rendered. The focus goes back to where it was. */
export function DialogFrame({ title, onClose, children }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const name = useId();
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    // The browser begins at the first of several choices, whichever is made.
    if (document.activeElement?.matches('input[type=radio]:not(:checked)'))
      dialog?.querySelector<HTMLElement>('input[type=radio]:checked')?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      aria-labelledby={name}
      onClose={onClose}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(38rem,calc(100vw-2rem))] overflow-y-auto rounded-lg border border-rule bg-raised p-6 text-ink shadow-raised backdrop:bg-black/40"
    >
      <h2 id={name} className="mb-4 text-xl">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
