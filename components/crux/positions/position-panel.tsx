'use client';

import { useState } from 'react';
import type { CardPlace, CardRights } from '@/components/crux/card-place';
import type { CardKind, Occurrence } from '@/lib/core/api/card-schemas';
import type { Output } from '@/lib/core/api/contracts';
import { Answers } from './answers';
import { OwnAnswer } from './own-answer';
import { percent } from './percent';
import { PositionForm } from './position-form';

export type Positions = Output<'GET /groups/{group}/cards/{card}/positions'>;

interface Props {
  place: CardPlace;
  rights: CardRights;
  kind: CardKind;
  /** The card takes answers. */
  isOpen: boolean;
  positions: Positions;
  passages: readonly Occurrence[];
}

const questions: Record<CardKind, string> = {
  claim: 'How likely is it that this is true?',
  crux: 'How likely is it that this is true?',
  'failure-mode': 'How likely is it that this happens?',
};

const people = (n: number) => (n === 1 ? '1 other person has' : `${n} other people have`);

/** One's own credence, and then those of others: blind first, so that nobody is pulled towards a number. */
export function PositionPanel({ place, rights, kind, isOpen, positions, passages }: Props) {
  const { mine, earlier, others, answered } = positions;
  const [changing, setChanging] = useState(false);
  const asks = isOpen && rights.answers && (mine === null || changing);
  return (
    <section
      aria-labelledby="positions"
      className="grid content-start gap-5 rounded-lg border border-rule bg-raised p-5"
    >
      <h2 id="positions" className="text-xl">
        What do you believe?
      </h2>
      <p role="status" className="sr-only">
        {!asks && mine && `Your answer: ${percent(mine.credence)}.`}
      </p>
      {asks && (
        <PositionForm
          key={mine?.id ?? ''}
          place={place}
          viewer={rights.viewer ?? ''}
          question={questions[kind]}
          mine={mine}
          passages={passages}
          onDone={() => setChanging(false)}
        />
      )}
      {!asks && mine && (
        <OwnAnswer
          place={place}
          mine={mine}
          earlier={earlier}
          isOpen={isOpen && rights.answers}
          onChange={() => setChanging(true)}
        />
      )}
      {!isOpen && <p className="text-ink-2 text-sm">This card is not open: it takes no more answers.</p>}
      {isOpen && !rights.answers && <p className="text-ink-2 text-sm">Members of the group answer here.</p>}
      {others ? (
        <Answers others={others} mine={mine} passages={passages} group={place.group} flags={rights.flags} />
      ) : (
        <p className="text-ink-2 text-sm">
          {answered === 0
            ? 'Nobody else has answered yet.'
            : mine
              ? `${people(answered)} answered. A round asks this card anew: you will see their answers after your next one, or when it closes.`
              : `${people(answered)} answered. You will see their answers after yours.`}
        </p>
      )}
    </section>
  );
}
