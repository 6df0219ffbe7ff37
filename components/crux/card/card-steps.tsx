'use client';

import { useRef } from 'react';
import { api } from '@/components/api-client';
import type { CardPlace } from '@/components/crux/card-place';
import { stepQuestions } from '@/components/crux/step-questions';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useDialog } from '@/components/ui/use-dialog';
import { useChange } from '@/components/use-change';
import type { StepVerb } from '@/lib/core/crux/board-moves';

interface Props {
  place: CardPlace;
  version: number;
  /** Those open to the viewer now. */
  steps: readonly StepVerb[];
}

/** The steps that the viewer may make the card take. What was typed for one that was refused is there again next time. */
export function CardSteps({ place, version, steps }: Props) {
  const { pending, error, change } = useChange();
  const { dialog, ask } = useDialog();
  const typed = useRef<Partial<Record<StepVerb, string>>>({});

  async function take(verb: StepVerb) {
    const { label, input, ...question } = stepQuestions[verb];
    const words =
      question.title === undefined
        ? ''
        : await ask({
            title: question.title,
            text: question.text,
            action: label,
            danger: question.danger ?? false,
            ...(input && {
              input: { label: input.label, maxLength: input.maxLength, value: typed.current[verb] ?? '' },
            }),
          });
    if (words === null) return;
    typed.current[verb] = words;
    const said = input ? { [input.name]: words } : {};
    const done = await change(() =>
      api('POST /groups/{group}/cards/{card}/steps', {
        params: { ...place },
        body: { verb, ...said },
        version,
      }),
    );
    if (done) typed.current = {};
  }

  return (
    <>
      {steps.map((verb) => (
        <Button
          key={verb}
          look={verb === 'accept' ? 'primary' : 'outline'}
          size="sm"
          disabled={pending}
          onClick={() => take(verb)}
        >
          {stepQuestions[verb].label}
        </Button>
      ))}
      {dialog}
      {error && (
        <div className="basis-full">
          <Refusal error={error}>
            {error.status === 412 && 'The page shows it as it is now: look again, then repeat your step.'}
          </Refusal>
        </div>
      )}
    </>
  );
}
