'use client';

import { useState } from 'react';
import { z } from 'zod/mini';
import { ApiError, api } from '@/components/api-client';
import { useRequest } from '@/components/use-request';
import type { Verdict } from '@/lib/core/adjudication/decisions-in-force';
import type { AdjudicationCase, Reading } from '@/lib/core/api/adjudication';

export interface Place {
  group: string;
  essay: string;
  /** Id of the round whose readers' marks alone make the cases; null: everyone's do. */
  round: string | null;
}

export interface Choice {
  verdict: Verdict;
  marks: Reading[];
  reason: string;
}

/** Something that was decided here, and can be taken back. */
interface Done {
  verdict: Verdict;
  /** Of the case, and ids of the decisions. */
  case: string;
  decisions: string[];
}

const Refused = z.object({ cases: z.array(z.object({ id: z.string() })) });

const decisions = 'POST /groups/{group}/essays/{essay}/adjudication/decisions';

/** The cases as the server last told them, and the ways to decide. One request at a time. */
export function useAdjudication({ round, ...place }: Place, listed: readonly AdjudicationCase[]) {
  const query = round === null ? {} : { round };
  const { run, error, pending } = useRequest();
  const [cases, setCases] = useState(listed);
  const [done, setDone] = useState<readonly Done[]>([]);

  const replace = (fresh: readonly AdjudicationCase[]) =>
    setCases((before) => before.map((one) => fresh.find(({ id }) => id === one.id) ?? one));

  /** Who comes second sees what the first decided: then cases are `otherwise`. */
  async function decide(
    asked: readonly (Choice & { case: AdjudicationCase })[],
  ): Promise<'decided' | 'otherwise' | 'failed'> {
    let fresh: AdjudicationCase[] = [];
    const body = asked.map(({ case: one, ...choice }) => ({ case: one.id, state: one.state, ...choice }));
    const answer = await run(() =>
      api(decisions, { params: { ...place }, query, body: { decisions: body } }).catch((refusal: unknown) => {
        fresh = currentIn(refusal);
        replace(fresh);
        throw refusal;
      }),
    );
    const [first] = asked;
    if (!answer || !first) return fresh.length > 0 ? 'otherwise' : 'failed';
    replace(answer.cases);
    const made = answer.cases.flatMap(({ decision }) => decision?.id ?? []);
    setDone((before) => [...before, { verdict: first.verdict, case: first.case.id, decisions: made }]);
    return 'decided';
  }

  /** Takes decisions of a case back; the id of the case when that was done. */
  async function takeBack(made: readonly string[], id: string): Promise<boolean> {
    const answer = await run(async () => {
      const fresh: AdjudicationCase[] = [];
      for (const decision of made.toReversed()) {
        const params = { ...place, id: decision };
        fresh.push(...(await api(`${decisions}/{id}/undo`, { params, query })).cases);
      }
      return fresh;
    });
    if (!answer) return false;
    // What was decided about marks that are gone is no case any more.
    setCases((before) => before.filter((one) => one.id !== id || one.candidates.length > 0));
    replace(answer);
    setDone((before) => before.filter((one) => !one.decisions.some((decision) => made.includes(decision))));
    return true;
  }

  return {
    cases,
    error,
    isPending: pending,
    decide,
    takeBack,
    last: done.at(-1) ?? null,
    forget: () => setDone([]),
  };
}

/** The cases as they are now, when the server refused because they are not as they were seen. */
function currentIn(refusal: unknown): AdjudicationCase[] {
  if (!(refusal instanceof ApiError) || refusal.status !== 409) return [];
  return Refused.safeParse(refusal.problem).success ? (refusal.problem?.cases as AdjudicationCase[]) : [];
}
