'use client';

import { useEffect, useRef, useState } from 'react';
import { useSingleKeys } from '@/components/use-single-keys';
import type { AdjudicationCase, EssayAdjudication, Reading } from '@/lib/core/api/adjudication';
import type { Tag } from '@/lib/core/api/groups';
import { CaseActions } from './case-actions';
import { CaseCandidates } from './case-candidates';
import { CaseDecision } from './case-decision';
import { CasePassage } from './case-passage';
import { ChangeForm } from './change-form';
import { ExampleDialog } from './example-dialog';
import { ReasonField } from './reason-field';
import type { Choice, Place } from './use-adjudication';
import { type CaseChoice, useCaseChoice } from './use-case-choice';

interface Decides {
  isPending: boolean;
  hasShortcuts: boolean;
  reason: string;
  onReason: (reason: string) => void;
  onDecide: (choice: Choice) => void;
  /** Hears what is needed first. */
  onMissing: (words: string) => void;
  onTakeBack: () => void;
}

interface Props {
  place: Place;
  adjudication: EssayAdjudication;
  one: AdjudicationCase;
  tags: readonly Tag[];
  nameOf: (person: string) => string;
  /** Null for who only looks. */
  decides: Decides | null;
  /** It is reached by a key or a click, so the focus goes to it. */
  takesFocus: boolean;
}

/** One passage: where it stands, what people made of it, and what is decided. */
export function CaseDesk({ place, adjudication, one, tags, nameOf, decides, takesFocus }: Props) {
  const choice = useCaseChoice(one, adjudication);
  const reason = decides?.reason ?? '';
  const [isKeeping, setKeeping] = useState(false);
  const why = useRef<HTMLInputElement>(null);
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) article.current?.focus();
  }, [takesFocus]);
  const toPassage = () => article.current?.focus({ preventScroll: true });
  const hasShortcuts = decides?.hasShortcuts ?? false;
  const inUse = tags.filter(({ retired }) => !retired);
  const { chosen, change, shown, example } = choice;
  const canDecide = decides !== null && one.candidates.length > 0;
  const deeds = deedsOf(choice, {
    decide: (decided) => decides?.onDecide({ ...decided, reason }),
    lack: () => decides?.onMissing(missingWords(change, one.candidates.length)),
  });
  useCaseKeys(canDecide && hasShortcuts && !decides.isPending, {
    deeds,
    say: () => why.current?.focus(),
    keep: () => example && setKeeping(true),
    ...(!change && { choose: byNumber(one.candidates.length, choice.toggle) }),
  });

  return (
    <article
      ref={article}
      tabIndex={-1}
      aria-label="Passage to decide on"
      className="grid min-w-0 gap-5 outline-none"
    >
      <CasePassage adjudication={adjudication} one={one} shown={shown} tags={tags} />
      {change && <ChangeForm change={change} choice={choice} tags={inUse} hasShortcuts={hasShortcuts} />}
      <CaseDecision
        adjudication={adjudication}
        one={one}
        tags={tags}
        onTakeBack={decides?.onTakeBack ?? null}
        onKeep={decides && example ? () => setKeeping(true) : null}
      />
      <CaseCandidates
        adjudication={adjudication}
        one={one}
        tags={tags}
        nameOf={nameOf}
        chosen={canDecide ? chosen : null}
        onToggle={choice.toggle}
      />
      {canDecide && (
        <>
          <ReasonField ref={why} reason={reason} onChange={decides.onReason} onLeave={toPassage} />
          <CaseActions
            hasShortcuts={hasShortcuts}
            canAccept={choice.accepted() !== null}
            canLeavePlural={!change && choice.plural().length > 1}
            isChanging={change !== null}
            isPending={decides.isPending}
            onDo={(deed) => deeds[deed]()}
          />
        </>
      )}
      {isKeeping && example && (
        <ExampleDialog
          group={place.group}
          essay={adjudication.essay}
          reading={example}
          tags={inUse}
          reason={reason || (one.decision?.reason ?? '')}
          onClose={() => setKeeping(false)}
        />
      )}
    </article>
  );
}

interface Outcome {
  decide: (decided: Omit<Choice, 'reason'>) => void;
  /** There is nothing yet that could be accepted. */
  lack: () => void;
}

/** What each key and button does. */
function deedsOf(choice: CaseChoice, { decide, lack }: Outcome) {
  return {
    accept: () => {
      const accepted = choice.accepted();
      if (accepted) decide(accepted);
      else lack();
    },
    change: choice.begin,
    reject: () => decide({ verdict: 'reject', marks: [] }),
    plural: () => {
      const marks = choice.plural();
      if (marks.length > 1) decide({ verdict: 'plural', marks });
    },
  };
}

interface Pressed {
  deeds: ReturnType<typeof deedsOf>;
  say: () => void;
  keep: () => void;
  /** By a digit each. */
  choose?: Record<string, () => void>;
}

/** What is done by one key each; the help of the desk lists them. */
function useCaseKeys(isOn: boolean, { deeds, say, keep, choose }: Pressed) {
  const { accept, change, reject, plural } = deeds;
  useSingleKeys(isOn, { a: accept, c: change, x: reject, p: plural, r: say, e: keep, ...choose });
}

/** What to do before something can be accepted. */
const missingWords = (change: Reading | null, readings: number): string =>
  change ? 'Choose a tag first.' : `Choose a reading first: 1 to ${Math.min(readings, 9)}.`;

/** A key for each of the first nine. */
const byNumber = (count: number, press: (n: number) => void): Record<string, () => void> =>
  Object.fromEntries(Array.from({ length: Math.min(count, 9) }, (_, n) => [n + 1, () => press(n)]));
