'use client';

import { api } from '@/components/api-client';
import type { CardPlace } from '@/components/crux/card-place';
import { stepQuestions } from '@/components/crux/step-questions';
import { useStepDialog } from '@/components/crux/use-step-dialog';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import type { StepVerb } from '@/lib/core/crux/board-moves';

interface Props {
  place: CardPlace;
  card: { version: number; statement: string };
  /** Those open to the viewer now. */
  steps: readonly StepVerb[];
}

/** The steps that the viewer may make the card take. */
export function CardSteps({ place, card: { version, statement }, steps }: Props) {
  const { pending, error, change } = useChange();
  const { dialog, ask, forget } = useStepDialog();

  async function take(verb: StepVerb) {
    const step = stepQuestions[verb].title === undefined ? { verb } : await ask({ statement, verbs: [verb] });
    if (step === null) return;
    const done = await change(() =>
      api('POST /groups/{group}/cards/{card}/steps', { params: { ...place }, body: step, version }),
    );
    if (done) forget();
  }

  return (
    <>
      {steps.map((verb, index) => (
        <Button
          key={verb}
          look={index > 0 ? 'quiet' : verb === 'accept' ? 'primary' : 'outline'}
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
