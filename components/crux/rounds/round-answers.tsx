'use client';

import type { Route } from 'next';
import { useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import type { RoundCard } from '@/lib/core/api/rounds';
import { isOpenCard } from '@/lib/core/crux/open-card';
import { RoundQuestion } from './round-question';

interface Props {
  /** Slug. */
  group: string;
  items: readonly RoundCard[];
}

/** Goes through the cards of a round one by one; what was skipped comes again at the end. */
export function RoundAnswers({ group, items }: Props) {
  const asked = items.filter(({ card }) => isOpenCard(card));
  // Whoever types fast has answered the next before the page knows of the last.
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const isLeft = ({ card, isAnswered }: RoundCard) => !isAnswered && !done.has(card.id);
  const [at, setAt] = useState(() => asked.find(isLeft)?.card.id ?? null);
  const index = asked.findIndex(({ card }) => card.id === at);
  const current = asked[index];
  const goOn = () => {
    const rest = [...asked.slice(index + 1), ...asked.slice(0, index)];
    setAt(rest.find(isLeft)?.card.id ?? null);
  };
  const left = asked.filter(isLeft).length;
  if (!current)
    return (
      <p role="status" className="rounded-lg border border-rule bg-raised p-5">
        {left === 0 ? 'You have answered every card.' : `${left} left.`}{' '}
        {left === 0 ? (
          'What others answered stands below.'
        ) : (
          <button type="button" className="font-medium underline" onClick={goOn}>
            Go on
          </button>
        )}
      </p>
    );
  return (
    <RoundQuestion
      key={current.card.id}
      place={{ group, card: current.card.id }}
      item={current}
      count={`Card ${index + 1} of ${asked.length}`}
      onDone={() => {
        setDone(new Set([...done, current.card.id]));
        goOn();
      }}
      onSkip={left > 1 ? goOn : null}
    >
      <a
        href={`/g/${group}/cards/${current.card.number}` as Route}
        target="_blank"
        rel="noopener"
        className={buttonClass('quiet')}
      >
        Passages
      </a>
    </RoundQuestion>
  );
}
