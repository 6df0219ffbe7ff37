'use client';

import { useEffect, useState } from 'react';
import { api } from '@/components/api-client';
import { TextField } from '@/components/ui/field';
import type { CardKind, CardReference } from '@/lib/core/api/card-schemas';
import { statusNames } from '@/lib/core/crux/status-names';
import { foundWords } from './found-words';

interface Props {
  group: string;
  /** Not offered: the card itself. */
  except?: string;
  /** Offered before anything is typed. */
  near?: readonly CardReference[];
  /** Only of this kind. */
  kind?: CardKind;
  /** Offered only when it says so. */
  accepts?: (card: CardReference) => boolean;
  chosen: string | null;
  onChoose: (card: CardReference | null) => void;
}

const stands = ({ status }: CardReference) => status !== 'archived';

/** Milliseconds without a key before the words are looked for. */
const PAUSE = 200;
/** So many are looked through, and so many offered: who finds more looks for better words. */
const [LOOKED, OFFERED] = [100, 8];

/** Finds a card of the group by words in it; the arrow keys choose among those found. */
export function CardSearch({ group, except, near, kind, accepts = stands, chosen, onChoose }: Props) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<CardReference[] | null>(null);
  const [unseen, setUnseen] = useState(0);
  useEffect(() => {
    const q = words.trim();
    if (q === '') return setFound(null);
    const gone = new AbortController();
    const look = async () => {
      const query = { q, limit: LOOKED, sort: 'number' as const, ...(kind && { kind }) };
      const { items, total } = await api('GET /groups/{group}/cards', {
        params: { group },
        query,
        signal: gone.signal,
      });
      setFound(items);
      setUnseen(total - items.length);
    };
    const timer = setTimeout(() => look().catch(() => {}), PAUSE);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [words, group, kind]);

  const fitting = (found ?? near)?.filter((card) => card.id !== except && accepts(card));
  const offered = found ? fitting?.slice(0, OFFERED) : fitting;
  const told =
    found === null
      ? near && fitting && (fitting.length > 0 ? 'The nearest first:' : '')
      : fitting && foundWords({ fitting: fitting.length, offered: OFFERED, unseen });
  return (
    <div className="grid gap-2">
      <TextField
        label="Which card?"
        type="search"
        autoComplete="off"
        placeholder="Words of its statement"
        maxLength={200}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          onChoose(null);
        }}
      />
      <p role="status" className="text-ink-3 text-sm empty:hidden">
        {told}
      </p>
      {offered && offered.length > 0 && (
        <fieldset className="grid max-h-72 auto-rows-max gap-1 overflow-y-auto">
          <legend className="sr-only">Cards found</legend>
          {offered.map((card) => (
            <label
              key={card.id}
              className="flex min-h-11 items-start gap-3 rounded-md border border-rule px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft"
            >
              <input
                type="radio"
                name="card"
                className="mt-1.5"
                checked={chosen === card.id}
                onChange={() => onChoose(card)}
              />
              <span className="wrap-anywhere min-w-0" dir="auto">
                {card.statement}{' '}
                {card.status !== 'canonical' && (
                  <span className="text-ink-3 text-sm">{statusNames[card.status]}</span>
                )}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
