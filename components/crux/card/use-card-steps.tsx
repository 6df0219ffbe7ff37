'use client';

import type { ReactNode } from 'react';
import { api } from '@/components/api-client';
import type { CardPlace } from '@/components/crux/card-place';
import { stepQuestions } from '@/components/crux/step-questions';
import { useStepDialog } from '@/components/crux/use-step-dialog';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import type { StepVerb } from '@/lib/core/crux/board-moves';

interface CardSteps {
  /** Takes a step, or one of several, after asking what it needs. */
  take: (...verbs: [StepVerb, ...StepVerb[]]) => Promise<void>;
  pending: boolean;
  dialog: ReactNode;
  refusal: ReactNode;
}

/** The steps that a card takes. */
export function useCardSteps(place: CardPlace, card: { version: number; statement: string }): CardSteps {
  const { version, statement } = card;
  const { pending, error, change } = useChange();
  const { dialog, ask, forget } = useStepDialog();

  async function take(...verbs: [StepVerb, ...StepVerb[]]) {
    const [verb] = verbs;
    const asks = verbs.length > 1 || stepQuestions[verb].title !== undefined;
    const step = asks ? await ask({ statement, verbs }) : { verb };
    if (step === null) return;
    const done = await change(() =>
      api('POST /groups/{group}/cards/{card}/steps', { params: { ...place }, body: step, version }),
    );
    if (done) forget();
  }

  const refusal = error && (
    <Refusal error={error}>
      {error.status === 412 && 'The page shows it as it is now: look again, then repeat your step.'}
    </Refusal>
  );
  return { take, pending, dialog, refusal };
}
