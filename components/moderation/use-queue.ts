'use client';

import { useRef, useState } from 'react';
import { api } from '@/components/api-client';
import { useChange } from '@/components/use-change';
import type { QueueItem } from '@/lib/core/api/moderation';
import type { Reason } from '@/lib/core/moderation/reasons';
import type { DecisionVerb } from '@/lib/core/moderation/standing';
import { doneWords } from './subject-words';
import { type Done, useDone, wasFollowed } from './use-done';

/** Why something is hidden or removed, and what its author is told. */
export interface Grounds {
  reason: Reason;
  note: string;
}

/** How long a thing is put off, in hours. */
const PUT_OFF = 24;

type Verb = DecisionVerb | 'snooze';

/** When what is put off now comes back, in words. */
const putOffUntil = (timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', hour: '2-digit', minute: '2-digit', timeZone }).format(
    Date.now() + PUT_OFF * 3_600_000,
  );

const keyOf = ({ id, state }: QueueItem) => `${id} ${state}`;

/** The queue as the server listed it, without what was decided since, and the ways to decide. One request at a time. */
export function useQueue(group: string, listed: readonly QueueItem[], timeZone: string) {
  const { change, error } = useChange();
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const { remember, takeBack, last, forget, ...done } = useDone();
  /** What may have been taken back, though nobody said so. */
  const tried = useRef<readonly QueueItem[]>([]);

  function bringBack(items: readonly QueueItem[]) {
    const back = new Set(items.map(keyOf));
    tried.current = tried.current.filter((item) => !back.has(keyOf(item)));
    setGone((before) => new Set([...before].filter((key) => !back.has(key))));
  }

  /** What failed before keeps nothing from its turn. */
  function inTurn(work: () => Promise<void>) {
    turn.current = turn.current.catch(() => {}).then(work);
  }

  /** Takes items off the list at once; when the server refuses, all is shown as it is. */
  function carryOut(verb: Verb, items: readonly QueueItem[], work: () => Promise<() => Promise<unknown>>) {
    setGone((before) => new Set([...before, ...items.map(keyOf)]));
    inTurn(async () => {
      let undo: Done['undo'] | undefined;
      try {
        undo = await change(work);
      } finally {
        if (!undo) bringBack(items);
      }
      if (undo) remember({ items, undo, words: doneWords(verb, items.length, putOffUntil(timeZone)) });
    });
  }

  const decide = (verb: DecisionVerb, items: readonly QueueItem[], grounds?: Grounds) =>
    carryOut(verb, items, () => sendDecision(group, verb, { items, grounds }));

  const snooze = (items: readonly QueueItem[]) => carryOut('snooze', items, () => sendSnooze(group, items));

  /** Takes the last thing back that can still be taken back here; `begun` hears what is coming. */
  function undo(begun: (items: readonly QueueItem[]) => void) {
    inTurn(async () => {
      const one = last();
      if (!one) return;
      begun(one.items);
      await change(() => takeBack(one));
      if (last() !== one) bringBack(one.items);
      else tried.current = [...tried.current, ...one.items];
    });
  }

  /** The way back is no longer offered. */
  function endUndo() {
    bringBack(tried.current);
    forget();
  }

  return {
    items: listed.filter((item) => !gone.has(keyOf(item))),
    error,
    decide,
    snooze,
    undo,
    forget: endUndo,
    ...done,
  };
}

/** Decides, and says how that is taken back: all that nothing followed, and a second try goes on where the first ended. */
async function sendDecision(
  group: string,
  verb: DecisionVerb,
  { items, grounds }: { items: readonly QueueItem[]; grounds: Grounds | undefined },
): Promise<Done['undo']> {
  const { entries } = await api('POST /groups/{group}/moderation/decisions', {
    params: { group },
    body: { verb, items: items.map(({ kind, id, state }) => ({ kind, id, state })), ...grounds },
  });
  const standing = entries.map(({ id }) => id);
  let followed: unknown = null;
  return async () => {
    for (const entry of standing.toReversed()) {
      const undo = api('POST /groups/{group}/moderation/log/{entry}/undo', { params: { group, entry } });
      await undo.catch((refusal: unknown) => {
        if (!wasFollowed(refusal)) throw refusal;
        followed = refusal;
      });
      standing.pop();
    }
    if (followed) throw followed;
  };
}

/** Puts off, and says how that is taken back. */
async function sendSnooze(group: string, items: readonly QueueItem[]): Promise<Done['undo']> {
  for (const { id } of items)
    await api('PUT /groups/{group}/moderation/snoozes/{id}', {
      params: { group, id },
      body: { hours: PUT_OFF },
    });
  return async () => {
    for (const { id } of items)
      await api('DELETE /groups/{group}/moderation/snoozes/{id}', { params: { group, id } });
  };
}
