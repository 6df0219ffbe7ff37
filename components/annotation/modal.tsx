import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useDesk } from './desk';

interface Props {
  title: string;
  children: ReactNode;
  onClose?: () => void;
}

/** A question over the page; the focus starts on the first choice that is made, or empty field. Escape and the cross close it. */
export function Modal({ title, children, onClose }: Props) {
  const desk = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const box = dialog.current;
    box?.showModal();
    // The browser has begun at the field that asks for it.
    if (box?.querySelector('[autofocus]')) return;
    box
      ?.querySelector<HTMLElement>(
        'header ~ :is(form, footer) :is(input:not([value]), [type=radio]:checked, textarea, button)',
      )
      ?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby={id}
      onClose={() => {
        desk.patch({ dialog: null });
        onClose?.();
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" aria-label="Close" onClick={() => dialog.current?.close()}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      {children}
    </dialog>
  );
}
