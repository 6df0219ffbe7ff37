'use client';

import { type ReactNode, type SubmitEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/field';
import type { ListedCard } from '@/lib/core/api/cards';
import { type CardMove, needOf, type StepVerb } from '@/lib/core/crux/board-moves';
import { stepQuestions } from './step-questions';

/** A step, and what was said with it. */
export interface ChosenStep {
  verb: StepVerb;
  reason: string;
  source?: string;
}

interface Asked {
  card: ListedCard;
  move: CardMove;
}

/** Asks what a move needs: which of its steps, and why. `ask` resolves to null when it was cancelled. */
export function useStepDialog(): {
  dialog: ReactNode;
  ask: (asked: Asked) => Promise<ChosenStep | null>;
} {
  const element = useRef<HTMLDialogElement>(null);
  const settle = useRef<(step: ChosenStep | null) => void>(() => {});
  const [asked, setAsked] = useState<Asked | null>(null);
  const title = useId();

  function ask(question: Asked) {
    setAsked(question);
    element.current?.showModal();
    return new Promise<ChosenStep | null>((resolve) => {
      settle.current = resolve;
    });
  }

  function answer(step: ChosenStep) {
    settle.current(step);
    element.current?.close();
  }

  const dialog = (
    <dialog
      ref={element}
      aria-labelledby={title}
      onClose={() => {
        settle.current(null);
        setAsked(null);
      }}
      className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded-lg border border-rule bg-raised p-6 text-ink shadow-raised backdrop:bg-black/40"
    >
      {asked && (
        <StepForm asked={asked} title={title} onAnswer={answer} onCancel={() => element.current?.close()} />
      )}
    </dialog>
  );
  return { dialog, ask };
}

interface FormProps {
  asked: Asked;
  title: string;
  onAnswer: (step: ChosenStep) => void;
  onCancel: () => void;
}

function StepForm({ asked: { card, move }, title, onAnswer, onCancel }: FormProps) {
  const [verb, setVerb] = useState(move.verbs.length === 1 ? move.verbs[0] : undefined);
  const need = needOf(move.verbs[0]!);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const said = String(new FormData(event.currentTarget).get('said') ?? '');
    if (verb) onAnswer({ verb, ...(need === 'source' ? { reason: '', source: said } : { reason: said }) });
  }

  return (
    <form ref={focusFirst} onSubmit={submit} className="grid gap-4">
      <h2 id={title} className="text-xl">
        {need === 'source' ? 'What settles it?' : 'Why reject it?'}
      </h2>
      <p className="wrap-anywhere text-ink-2 text-sm" dir="auto">
        {card.statement}
      </p>
      {move.verbs.length > 1 && <StepChoice verbs={move.verbs} onChoose={setVerb} />}
      <TextArea
        name="said"
        required
        rows={3}
        maxLength={need === 'source' ? 2000 : 1000}
        label={need === 'source' ? 'Source' : 'Reason'}
        hint={
          need === 'source'
            ? 'A link or a sentence with which anybody can check it.'
            : 'Whoever proposed it will read this.'
        }
      />
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit">{verb ? stepQuestions[verb].label : 'Resolve'}</Button>
      </div>
    </form>
  );
}

/** The dialog is open before the form is in it, so it cannot choose by itself. */
const focusFirst = (form: HTMLFormElement | null) =>
  form?.querySelector<HTMLElement>('input, textarea')?.focus();

function StepChoice({ verbs, onChoose }: { verbs: StepVerb[]; onChoose: (verb: StepVerb) => void }) {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-medium text-sm">How was it settled?</legend>
      {verbs.map((verb) => (
        <label key={verb} className="flex min-h-9 items-center gap-2 text-sm pointer-coarse:min-h-11">
          <input type="radio" name="verb" value={verb} required onChange={() => onChoose(verb)} />
          {stepQuestions[verb].label}
        </label>
      ))}
    </fieldset>
  );
}
