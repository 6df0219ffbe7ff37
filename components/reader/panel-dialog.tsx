'use client';

import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { useReaderStore } from './reader-store';

interface Props {
  className: string;
  label: string;
  children: ReactNode;
}

/** A dialog that opens as it comes into the page; Escape and a click beside it close it. */
export function PanelDialog({ className, label, children }: Props) {
  const store = useReaderStore();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const click = (event: MouseEvent) => {
    if (event.target === dialog.current) dialog.current.close();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Escape
    <dialog
      ref={dialog}
      className={className}
      aria-label={label}
      onClick={click}
      onClose={() => store.open(null)}
    >
      {children}
    </dialog>
  );
}
