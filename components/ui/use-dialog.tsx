'use client';

import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { TextField } from './field';
import { FormActions } from './form-actions';

interface Question {
  title: string;
  /** What will happen, and what stays. */
  text?: ReactNode;
  /** Names the deed, e.g. "Remove". */
  action: string;
  danger?: boolean;
  /** Asks for a line of text, starting from this. */
  input?: { label: string; value: string; maxLength: number };
}

/**
 * Asks before a deed that others will notice. `ask` resolves to null when it was cancelled, else to the text of the
 * input ("" without one). Focus returns to where it was, by the native dialog.
 */
export function useDialog(): { dialog: ReactNode; ask: (question: Question) => Promise<string | null> } {
  const element = useRef<HTMLDialogElement>(null);
  const settle = useRef<(answer: string | null) => void>(() => {});
  const [question, setQuestion] = useState<Question | null>(null);
  const title = useId();

  function ask(asked: Question) {
    setQuestion(asked);
    element.current?.showModal();
    return new Promise<string | null>((resolve) => {
      settle.current = resolve;
    });
  }

  function answer(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    settle.current(String(new FormData(event.currentTarget).get('input') ?? ''));
    element.current?.close();
  }

  const dialog = (
    <dialog
      ref={element}
      aria-labelledby={title}
      onClose={() => settle.current(null)}
      className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-lg border border-rule bg-raised p-6 text-ink shadow-raised backdrop:bg-black/40"
    >
      {question && (
        <form key={question.title} onSubmit={answer} className="grid gap-4">
          <h2 id={title} className="text-xl">
            {question.title}
          </h2>
          {question.text && <p className="text-ink-2 text-sm">{question.text}</p>}
          {question.input && (
            <TextField
              name="input"
              required
              autoFocus
              label={question.input.label}
              defaultValue={question.input.value}
              maxLength={question.input.maxLength}
            />
          )}
          <FormActions
            onCancel={() => element.current?.close()}
            look={question.danger ? 'danger' : 'primary'}
          >
            {question.action}
          </FormActions>
        </form>
      )}
    </dialog>
  );
  return { dialog, ask };
}
