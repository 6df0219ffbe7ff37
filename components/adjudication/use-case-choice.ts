'use client';

import { useMemo, useState } from 'react';
import { movedByWord, wordsAround } from '@/lib/core/adjudication/case-context';
import type { AdjudicationCase, EssayAdjudication, Reading } from '@/lib/core/api/adjudication';

const readingOf = ({ start, end, tags }: Reading): Reading => ({ start, end, tags });
const isSame = (a: Reading, b: Reading) =>
  a.start === b.start && a.end === b.end && [...a.tags].sort().join() === [...b.tags].sort().join();

/** What is chosen of a case stays chosen as long as its marks are these. */
const marksOf = ({ candidates }: AdjudicationCase): string =>
  candidates.map(({ start, end, tags }) => [start, end, ...tags].join(' ')).join();

export type CaseChoice = ReturnType<typeof useCaseChoice>;

/** Which readings of a case are chosen, or what is to stand instead of them. Begin it anew for each case. */
export function useCaseChoice(one: AdjudicationCase, { blocks, essay }: EssayAdjudication) {
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [change, setChange] = useState<Reading | null>(null);
  const marks = marksOf(one);
  const [seen, setSeen] = useState(marks);
  if (seen !== marks) {
    setSeen(marks);
    setChosen([]);
    setChange(null);
  }
  const isChanging = change !== null;
  const words = useMemo(
    () => (isChanging ? wordsAround(blocks, one, essay.language) : []),
    [isChanging, blocks, one, essay.language],
  );
  const at = (numbers: readonly number[]) =>
    numbers.flatMap((n) => (one.candidates[n] ? [readingOf(one.candidates[n])] : []));

  const [first] = at([0]);
  const held = one.decision?.marks.map(readingOf) ?? [];
  const shown = change ? [change] : chosen.length > 0 ? at(chosen) : held;
  return {
    chosen,
    change,
    /** What is drawn in the text. */
    shown,
    /** What would be kept as an example. */
    example: shown[0] ?? first ?? null,
    toggle: (n: number) => {
      if (!one.candidates[n]) return;
      setChange(null);
      setChosen((before) => (before.includes(n) ? before.filter((other) => other !== n) : [...before, n]));
    },
    /** Begins with what is chosen, or else with what was decided or what most people gave. */
    begin: () => {
      const from = shown[0] ?? first;
      if (from) setChange(from);
    },
    leave: () => setChange(null),
    move: (bound: 'start' | 'end', by: -1 | 1) =>
      setChange((before) => before && movedByWord(before, words, { bound, by })),
    toggleTag: (tag: string) =>
      setChange(
        (before) =>
          before && {
            ...before,
            tags: before.tags.includes(tag)
              ? before.tags.filter((slug) => slug !== tag)
              : [...before.tags, tag],
          },
      ),
    /** The verdict on what is chosen, or changed; null when nothing is. A change to what somebody gave accepts it. */
    accepted: (): { verdict: 'accept' | 'change'; marks: Reading[] } | null => {
      if (change) {
        const isKnown = one.candidates.some((candidate) => isSame(candidate, change));
        return change.tags.length > 0 ? { verdict: isKnown ? 'accept' : 'change', marks: [change] } : null;
      }
      const marks = at(chosen.length > 0 ? chosen : one.candidates.length === 1 ? [0] : []);
      return marks.length > 0 ? { verdict: 'accept', marks } : null;
    },
    /** Those that are chosen, or else all. */
    plural: (): Reading[] => at(chosen.length > 0 ? chosen : one.candidates.map((_, n) => n)),
  };
}
