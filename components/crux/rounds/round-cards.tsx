'use client';

import { useState } from 'react';
import { inputClass } from '@/components/ui/field';
import type { CardReference } from '@/lib/core/api/card-schemas';

/** The API takes no more. */
const MOST = 100;
/** So many are shown before somebody looks for others. */
const SHOWN = 50;

interface Props {
  cards: readonly CardReference[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Chooses the cards of a round, among those found by words. */
export function RoundCards({ cards, chosen, onChoose }: Props) {
  const [words, setWords] = useState('');
  const found = cards.filter(({ statement }) => statement.toLowerCase().includes(words.trim().toLowerCase()));
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(id);
    else next.delete(id);
    onChoose(next);
  };
  return (
    <fieldset className="grid min-w-0 gap-1">
      <legend className="mb-1 font-medium text-sm">Cards, the most worth asking first</legend>
      {cards.length > 12 && (
        <input
          type="search"
          aria-label="Find cards by words"
          placeholder="Words"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          className={`${inputClass} mb-1`}
        />
      )}
      <div className="grid max-h-72 auto-rows-max gap-1 overflow-y-auto">
        {found.slice(0, SHOWN).map(({ id, statement, number }) => (
          <label
            key={id}
            className="flex min-h-10 items-start gap-3 rounded-md border border-rule px-3 py-2 text-sm has-checked:border-accent has-checked:bg-accent-soft pointer-coarse:min-h-11"
          >
            <input
              type="checkbox"
              className="mt-1"
              checked={chosen.has(id)}
              disabled={chosen.size >= MOST && !chosen.has(id)}
              onChange={(event) => toggle(id, event.target.checked)}
            />
            <span className="wrap-anywhere min-w-0" dir="auto">
              {statement} <span className="text-ink-3">#{number}</span>
            </span>
          </label>
        ))}
      </div>
      {found.length > SHOWN && (
        <p className="text-ink-3 text-sm">{found.length - SHOWN} more; words find them.</p>
      )}
    </fieldset>
  );
}
