'use client';

import { type ReactNode, type SubmitEvent, useRef, useState } from 'react';
import { DialogFrame } from '@/components/ui/dialog-frame';
import { TextArea } from '@/components/ui/field';
import { FormActions } from '@/components/ui/form-actions';
import type { StepVerb } from '@/lib/core/crux/board-moves';
import { stepQuestions } from './step-questions';

/** A step, and what was said with it. */
export interface ChosenStep {
  verb: StepVerb;
  reason?: string;
  source?: string;
}

interface Asked {
  statement: string;
  /** Where there are several, one has to be chosen; all of them need the same to be said. */
  verbs: readonly [StepVerb, ...StepVerb[]];
}

interface StepDialog {
  dialog: ReactNode;
  /** Resolves to null when it was cancelled. */
  ask: (asked: Asked) => Promise<ChosenStep | null>;
  /** The step was taken: what was said with it need not be offered again. */
  forget: () => void;
}

/** Asks what a step needs: which of several, and why. What was typed for one that was refused is there again. */
export function useStepDialog(): StepDialog {
  const settle = useRef<(step: ChosenStep | null) => void>(() => {});
  const typed = useRef<ChosenStep | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);

  function ask(question: Asked) {
    setAsked(question);
    return new Promise<ChosenStep | null>((resolve) => {
      settle.current = resolve;
    });
  }

  function answer(step: ChosenStep | null) {
    if (step) typed.current = step;
    settle.current(step);
    setAsked(null);
  }

  const dialog = asked && (
    <DialogFrame title={titleOf(asked)} onClose={() => answer(null)}>
      <StepForm asked={asked} typed={typed.current} onAnswer={answer} />
    </DialogFrame>
  );
  const forget = () => {
    typed.current = null;
  };
  return { dialog, ask, forget };
}

const titleOf = ({ verbs }: Asked) =>
  verbs.length > 1 ? 'How was it settled?' : (stepQuestions[verbs[0]].title ?? stepQuestions[verbs[0]].label);

interface FormProps {
  asked: Asked;
  typed: ChosenStep | null;
  onAnswer: (step: ChosenStep | null) => void;
}

function StepForm({ asked: { statement, verbs }, typed, onAnswer }: FormProps) {
  const [chosen, setVerb] = useState(verbs.length === 1 ? verbs[0] : undefined);
  const { input, text, danger = false } = stepQuestions[chosen ?? verbs[0]];

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const said = new FormData(event.currentTarget).get('said');
    if (chosen) onAnswer({ verb: chosen, ...(input && { [input.name]: String(said) }) });
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      <p className="wrap-anywhere font-read" dir="auto">
        {statement}
      </p>
      {verbs.length > 1 && <StepChoice verbs={verbs} onChoose={setVerb} />}
      {text && <p className="text-ink-2 text-sm">{text}</p>}
      {input && (
        <TextArea
          name="said"
          required
          rows={3}
          label={input.label}
          hint={input.hint}
          maxLength={input.maxLength}
          defaultValue={typed?.[input.name] ?? ''}
        />
      )}
      <FormActions onCancel={() => onAnswer(null)} look={danger ? 'danger' : 'primary'}>
        {chosen ? stepQuestions[chosen].label : 'Resolve'}
      </FormActions>
    </form>
  );
}

function StepChoice({ verbs, onChoose }: { verbs: readonly StepVerb[]; onChoose: (verb: StepVerb) => void }) {
  return (
    <fieldset className="grid gap-1">
      <legend className="sr-only">How was it settled?</legend>
      {verbs.map((verb) => (
        <label key={verb} className="flex min-h-9 items-center gap-2 text-sm pointer-coarse:min-h-11">
          <input type="radio" name="verb" value={verb} required onChange={() => onChoose(verb)} />
          {stepQuestions[verb].label}
        </label>
      ))}
    </fieldset>
  );
}
