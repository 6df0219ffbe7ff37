'use client';

import { useState } from 'react';
import { FocusOnArrival } from '@/components/focus-on-arrival';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { SaidMessage } from '@/components/ui/said-message';
import { useSingleKeys } from '@/components/use-single-keys';
import type { AdjudicationCase, EssayAdjudication } from '@/lib/core/api/adjudication';
import type { Tag } from '@/lib/core/api/groups';
import { CaseDesk } from './case-desk';
import type { Filter } from './case-filters';
import { CaseList } from './case-list';
import { DeskHead, Steps } from './desk-bars';
import { type Place, useAdjudication } from './use-adjudication';
import { useCaseDeeds } from './use-case-deeds';
import { useCaseSteps } from './use-case-steps';

interface Props {
  place: Place;
  listed: EssayAdjudication;
  /** Where the essay's events stood when it was listed. */
  from: string;
  tags: readonly Tag[];
  /** Who looks; `decides`: or decides. */
  who: { viewer: string | null; decides: boolean; hasShortcuts: boolean };
  /** What to begin with: those of a filter, or the passage that an annotation belongs to. */
  show: { filter: Filter; of: string | null };
}

/** How long what was done, and the way back, stands on the screen, in milliseconds. */
const OFFERED = 15_000;

/** So many decisions the server takes in one request. */
const MOST_AT_ONCE = 200;

/** The passages of an essay one by one, with what people made of them; whoever moderates decides, by keys or buttons. */
export function AdjudicationDesk({ place, listed, from, tags, who, show }: Props) {
  const { viewer, decides, hasShortcuts } = who;
  const steps = useCaseSteps(listed.cases, viewer, show);
  const { filter } = steps;
  const desk = useAdjudication(place, listed, { from, beforeNews: () => steps.keep(current) });
  const { shown: adjudication, error, isPending, turn, last, said, say, hush } = desk;
  const { cases } = adjudication;
  const [showsNames, setShowsNames] = useState(!decides);
  const nameOf = namer(adjudication, showsNames);
  const { visible, at, current, goTo } = steps.among(cases);

  const { reasonOf, setReason, settle, acceptAll, reopen, undo } = useCaseDeeds(
    { place, viewer },
    desk,
    steps,
  );

  useSingleKeys(hasShortcuts, {
    j: () => goTo(at + 1),
    k: () => goTo(at - 1),
    ...(decides && { u: undo, z: undo, h: () => setShowsNames(!showsNames) }),
  });

  return (
    <div className="grid gap-6">
      <DeskHead
        cases={cases}
        viewer={viewer}
        filter={filter}
        showsNames={showsNames}
        onFilter={steps.choose}
        onNames={decides ? setShowsNames : null}
      />
      <Refusal error={error} />
      {filter === 'agreed' && decides && (
        <AcceptAgreed cases={visible.slice(0, MOST_AT_ONCE)} isPending={isPending} onAccept={acceptAll} />
      )}
      {current ? (
        <div className="grid items-start gap-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
          <CaseList adjudication={adjudication} cases={visible} current={current.id} onOpen={steps.open} />
          <div className="grid min-w-0 gap-3">
            <Steps at={at} count={visible.length} news={steps.newsOf(current)} onGo={goTo} />
            <CaseDesk
              key={`${current.id} ${turn}`}
              place={place}
              adjudication={adjudication}
              tags={tags}
              nameOf={nameOf}
              one={current}
              takesFocus={steps.isChosen}
              decides={
                decides
                  ? {
                      isPending,
                      hasShortcuts,
                      reason: reasonOf(current),
                      onReason: (reason) => setReason(current, () => reason),
                      onDecide: (choice) => settle(current, choice, visible[at + 1] ?? visible[at - 1]),
                      onMissing: say,
                      onTakeBack: () => reopen(current),
                    }
                  : null
              }
            />
          </div>
        </div>
      ) : (
        <FocusOnArrival>
          <Nothing filter={filter} cases={cases} round={place.round} />
        </FocusOnArrival>
      )}
      <SaidMessage said={said} canUndo={last !== null} offered={OFFERED} onUndo={undo} onEnd={hush} />
    </div>
  );
}

interface AcceptProps {
  /** On which everybody agrees. */
  cases: readonly AdjudicationCase[];
  isPending: boolean;
  onAccept: (cases: readonly AdjudicationCase[]) => void;
}

function AcceptAgreed({ cases, isPending, onAccept }: AcceptProps) {
  if (cases.length === 0) return null;
  return (
    <Button disabled={isPending} onClick={() => onAccept(cases)} className="w-fit">
      {cases.length === 1 ? 'Accept this one' : `Accept all ${cases.length}`}: everybody agrees
    </Button>
  );
}

/** Names, or letters by which people are told apart in this essay and no other. */
function namer({ people }: EssayAdjudication, showsNames: boolean): (person: string) => string {
  const places = new Map(people.map(({ id, name }, i) => [id, showsNames ? name : `Reader ${letters(i)}`]));
  return (person) => places.get(person) ?? 'Somebody';
}

const letters = (n: number): string =>
  n < 26 ? String.fromCharCode(65 + n) : `${letters(Math.floor(n / 26) - 1)}${letters(n % 26)}`;

interface NothingProps {
  filter: Filter;
  cases: readonly AdjudicationCase[];
  round: string | null;
}

function Nothing({ filter, cases, round }: NothingProps) {
  const where = round === null ? 'of this text yet' : 'in this blind reading';
  return (
    <p className="rounded-lg border border-rule bg-surface px-6 py-12 text-center text-ink-2">
      {cases.length === 0 ? `Nobody has tagged a passage ${where}.` : nothingWords[filter]}
    </p>
  );
}

const nothingWords: Record<Filter, string> = {
  all: 'There are none of these.',
  agreed: 'There are none of these.',
  decided: 'There are none of these.',
  changed: 'There are none of these.',
  open: 'Nothing is left to decide.',
  mine: 'Nothing of yours has been decided yet.',
};
