'use client';

import { useId } from 'react';
import { inputClass } from '@/components/ui/field';

/** Percent; null: no view; undefined: not said yet. */
export type Answer = number | null | undefined;

interface Props {
  question: string;
  answer: Answer;
  onAnswer: (answer: Answer) => void;
  /** "No view" can be chosen. */
  mayAbstain?: boolean;
}

const inRange = (text: string): Answer => {
  const number = Number.parseInt(text, 10);
  return Number.isNaN(number) ? undefined : Math.min(100, Math.max(0, number));
};

/** A credence by slider or number; nothing is chosen before somebody chooses, so that no number suggests itself. */
export function CredenceField({ question, answer, onAnswer, mayAbstain = false }: Props) {
  const id = useId();
  const isOpen = typeof answer !== 'number';
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="wrap-anywhere mb-1 font-medium text-sm">{question}</legend>
      <div className="flex items-center gap-3">
        <input
          type="range"
          min={0}
          max={100}
          value={answer ?? 50}
          aria-label="How likely"
          aria-valuetext={isOpen ? 'not chosen' : `${answer} %`}
          data-open={isOpen || undefined}
          onChange={(event) => onAnswer(Number(event.target.value))}
          onPointerUp={(event) => onAnswer(Number(event.currentTarget.value))}
          className="h-11 min-w-0 flex-1 data-open:opacity-55"
        />
        <span className="flex items-center gap-1">
          <input
            id={id}
            type="number"
            inputMode="numeric"
            min={0}
            max={100}
            step={1}
            value={answer ?? ''}
            aria-label="How likely, in percent"
            onChange={(event) => onAnswer(inRange(event.target.value))}
            className={`${inputClass} w-20! text-end`}
          />
          <span aria-hidden="true">%</span>
        </span>
      </div>
      <p aria-hidden="true" className="-mt-2 me-28 flex justify-between text-ink-3 text-xs">
        <span>surely not</span>
        <span>even</span>
        <span>surely</span>
      </p>
      {mayAbstain && (
        <label className="flex min-h-9 items-center gap-2 text-sm pointer-coarse:min-h-11">
          <input
            type="checkbox"
            checked={answer === null}
            onChange={(event) => onAnswer(event.target.checked ? null : undefined)}
          />
          No view
        </label>
      )}
    </fieldset>
  );
}
