'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { z } from 'zod/mini';
import { ApiError, api } from '@/components/api-client';
import { followEssay } from '@/components/live/follow-essay';
import { useRequest } from '@/components/use-request';
import type { Verdict } from '@/lib/core/adjudication/decisions-in-force';
import type { AdjudicationCase, EssayAdjudication, Reading } from '@/lib/core/api/adjudication';
import { type Done, useDone } from './use-done';

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

const Refused = z.object({ cases: z.array(z.object({ id: z.string() })) });

const decisions = 'POST /groups/{group}/essays/{essay}/adjudication/decisions';

/** The cases as the server last told them, with what others decide meanwhile, and the ways to decide. One request at a time. */
export function useAdjudication(
  { round, ...place }: Place,
  listed: EssayAdjudication,
  { from, beforeNews }: { from: string; beforeNews: () => void },
) {
  const query = round === null ? {} : { round };
  const { run, error, pending } = useRequest();
  const [shown, setShown] = useState(listed);
  const { remember, forget, ...done } = useDone();
  const [turn, setTurn] = useState(0);
  // What was fetched before a step of one's own knows nothing of it.
  const steps = useRef(0);

  function replace(fresh: readonly AdjudicationCase[]) {
    steps.current++;
    setShown((before) => ({ ...before, cases: withFresh(before.cases, fresh) }));
  }

  // What is looked at when the news is there, not when it was asked for: one's own step may lie between.
  const keepSeen = useEffectEvent(beforeNews);
  useNews(place, from, async () => {
    const before = steps.current;
    const params = { ...place };
    const fresh = await api('GET /groups/{group}/essays/{essay}/adjudication', { params, query });
    if (before !== steps.current) return false;
    keepSeen();
    setShown(({ people }) => ({ ...fresh, people: withNew(people, fresh.people) }));
    return true;
  });

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
    setTurn((before) => before + 1);
    const made = answer.cases.flatMap(({ decision }) => decision?.id ?? []);
    remember({ verdict: first.verdict, case: first.case.id, decisions: made });
    return 'decided';
  }

  /** Takes decisions of a case back, all of one verdict; whether all of them were. */
  async function takeBack({ case: id, verdict, decisions: made }: Done): Promise<boolean> {
    const isDone = await run(async () => {
      const { fresh, refusal } = await undo(place, query, made);
      forget(made, refusal ? null : verdict);
      if (!refusal || fresh.length > 0) {
        setShown((before) => ({ ...before, cases: withoutEmpty(before.cases, id) }));
        replace(fresh);
        setTurn((before) => before + 1);
      }
      if (refusal) throw refusal;
      return true;
    });
    return isDone === true;
  }

  return {
    shown,
    error,
    isPending: pending,
    decide,
    takeBack,
    /** Grows with each step that is taken here. */
    turn,
    ...done,
  };
}

const withFresh = (cases: readonly AdjudicationCase[], fresh: readonly AdjudicationCase[]) =>
  cases.map((one) => fresh.find(({ id }) => id === one.id) ?? one);

/** What was decided about marks that are gone is no case any more. */
const withoutEmpty = (cases: readonly AdjudicationCase[], id: string) =>
  cases.filter((one) => one.id !== id || one.candidates.length > 0);

/**
 * Takes decisions back, the newest first; the cases that they were about. Where somebody decided otherwise meanwhile they
 * have the last word: `refusal` tells of it, and the others are taken back all the same.
 */
async function undo(place: Omit<Place, 'round'>, query: { round?: string }, made: readonly string[]) {
  const fresh: AdjudicationCase[] = [];
  let refusal: ApiError | null = null;
  for (const decision of made.toReversed()) {
    const params = { ...place, id: decision };
    try {
      fresh.push(...(await api(`${decisions}/{id}/undo`, { params, query })).cases);
    } catch (error) {
      if (!(error instanceof ApiError && [404, 409].includes(error.status))) throw error;
      refusal = error;
    }
  }
  return { fresh, refusal };
}

/** Milliseconds until somebody who did not answer is asked again. */
const pause = 5_000;

/** Looks whenever something happens; once more where `look` came too late, or something happened meanwhile. */
function useNews(
  { group, essay }: { group: string; essay: string },
  from: string,
  look: () => Promise<boolean>,
): void {
  const router = useRouter();
  const looking = useRef<'no' | 'yes' | 'again'>('no');
  const hear = useEffectEvent(async () => {
    if (looking.current !== 'no') {
      looking.current = 'again';
      return;
    }
    looking.current = 'yes';
    const isTold = await look().catch((refusal: unknown) => {
      // Who reads alone since, or may not read here any more, sees that; a server that is busy is asked again.
      if (refusal instanceof ApiError && [401, 403, 404, 409].includes(refusal.status)) router.refresh();
      else setTimeout(() => news.current(), pause);
      return true;
    });
    const isBehind = !isTold || (looking.current as string) === 'again';
    looking.current = 'no';
    if (isBehind) news.current();
  });
  const news = useRef(() => {});
  const begin = useEffectEvent(() => from);
  useEffect(() => {
    news.current = () => void hear();
    const stop = followEssay(
      { place: { group, essay }, about: 'adjudication', from: begin() },
      () => void hear(),
    );
    return () => {
      news.current = () => {};
      stop();
    };
  }, [group, essay]);
}

/** Whoever was there keeps their letter. */
function withNew(before: EssayAdjudication['people'], now: EssayAdjudication['people']) {
  const known = new Set(before.map(({ id }) => id));
  return [...before, ...now.filter(({ id }) => !known.has(id))];
}

/** The cases as they are now, when the server refused because they are not as they were seen. */
function currentIn(refusal: unknown): AdjudicationCase[] {
  if (!(refusal instanceof ApiError) || refusal.status !== 409) return [];
  return Refused.safeParse(refusal.problem).success ? (refusal.problem?.cases as AdjudicationCase[]) : [];
}
