import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterMerge, anyHoldings, card } from './merge.fixture';
import {
  type Holdings,
  type Merging,
  type MergingCard,
  planMerge,
  refuseMerge,
  withoutPerson,
} from './merge-plan';

const merging = (negated = false): Merging => ({ from: card('a'), into: card('b'), negated });
const nothing: Holdings = { occurrences: [], relations: [], positions: [], beliefs: [] };
const merge = (live: Partial<Holdings>, negated = false) => {
  const all = { ...nothing, ...live };
  return afterMerge(all, planMerge(merging(negated), all, []));
};
const everyMerge = (claim: (live: Holdings, merged: Holdings, negated: boolean) => void) =>
  fc.assert(
    fc.property(anyHoldings, fc.boolean(), (live, negated) => {
      claim(live, afterMerge(live, planMerge(merging(negated), live, [])), negated);
    }),
    { numRuns: 300 },
  );

test.each<[string, Partial<MergingCard>, Partial<MergingCard>, string | null]>([
  ['two of a kind', {}, {}, null],
  ['a proposal into a settled card', { status: 'proposed' }, { status: 'resolved-true' }, null],
  ['a card and itself', { id: 'b' }, {}, 'same-card'],
  ['cards of two groups', {}, { group: 'h' }, 'other-group'],
  ['a claim into a failure mode', { kind: 'claim' }, { kind: 'failure-mode' }, 'other-kind'],
  ['what is settled', { status: 'resolved-false' }, {}, 'not-mergeable'],
  ['what is merged already', { status: 'merged' }, {}, 'not-mergeable'],
  ['into what is merged', {}, { status: 'merged' }, 'not-live'],
  ['into what is archived', {}, { status: 'archived' }, 'not-live'],
])('refuseMerge: %s', (_name, from, into, refusal) => {
  expect(refuseMerge({ from: card('a', from), into: card('b', into) })).toBe(refusal);
});

describe('a merge, whatever was there', () => {
  test('redirects in one hop', () => {
    expect(planMerge(merging(), nothing, ['old', 'older'])).toMatchObject({
      from: 'a',
      into: 'b',
      repointed: ['old', 'older'],
    });
  });

  test('leaves nothing live that points to the merged card', () => {
    everyMerge((_held, { occurrences, relations, positions, beliefs }) => {
      const named = [
        ...occurrences.map((row) => row.card),
        ...relations.flatMap(({ from, to }) => [from, to]),
        ...positions.map((row) => row.card),
        ...beliefs.flatMap(({ crux, target }) => [crux, target]),
      ];
      expect(named).not.toContain('a');
    });
  });

  test('conserves the passages of both cards', () => {
    const passages = (live: Holdings, cards: string[]) =>
      new Set(live.occurrences.filter((row) => cards.includes(row.card)).map(({ annotation }) => annotation));
    everyMerge((live, merged) => {
      expect(passages(merged, ['b'])).toEqual(passages(live, ['a', 'b']));
    });
  });

  test('leaves one live position per person and card, the later one, turned round by a negation', () => {
    everyMerge((live, merged, negated) => {
      const places = merged.positions.map((row) => `${row.card} ${row.user}`);
      expect(new Set(places).size).toBe(places.length);
      for (const now of merged.positions.filter((row) => row.card === 'b')) {
        const before = live.positions.filter(
          (row) => row.user === now.user && (row.card === 'a' || row.card === 'b'),
        );
        const original = before.find(({ id }) => id === now.id)!;
        for (const { created } of before) expect(now.created >= created).toBe(true);
        if (original.card === 'b') expect(now).toEqual(original);
        else {
          expect(now).toMatchObject({ inheritedFrom: 'a', version: 3 });
          const turned = negated && original.credence !== null;
          expect(now.credence).toBe(turned ? 100 - original.credence! : original.credence);
        }
      }
    });
  });

  test('leaves no relation or belief from a card to itself, and none twice', () => {
    everyMerge((_held, { relations, beliefs, occurrences }) => {
      expect(relations.filter(({ from, to }) => from === to)).toEqual([]);
      expect(beliefs.filter(({ crux, target }) => crux === target)).toEqual([]);
      const places = [
        ...relations.map(({ from, to, toRelation, type }) => `${from} ${to} ${toRelation} ${type}`),
        ...beliefs.map(({ user, crux, target }) => `${user} ${crux} ${target}`),
        ...occurrences.map(({ card, annotation, role }) => `${card} ${annotation} ${role}`),
      ];
      expect(new Set(places).size).toBe(places.length);
    });
  });

  test('leaves support and attack between one pair only where both are proposed', () => {
    everyMerge((_held, { relations }) => {
      const open = relations.filter(({ state }) => state !== 'rejected');
      for (const { from, to, state } of open.filter(({ type }) => type === 'supports')) {
        const attack = open.find((row) => row.type === 'attacks' && row.from === from && row.to === to);
        if (attack) expect([state, attack.state]).toEqual(['proposed', 'proposed']);
      }
    });
  });

  test('leaves nothing that undercuts a relation which is gone', () => {
    everyMerge((_held, { relations }) => {
      const ids = relations.map(({ id }) => id);
      for (const { toRelation } of relations) if (toRelation !== null) expect(ids).toContain(toRelation);
    });
  });

  test('touches no row of other cards', () => {
    everyMerge((live, merged) => {
      const others = live.positions.filter((row) => row.card === 'x' || row.card === 'y');
      expect(merged.positions).toEqual(expect.arrayContaining(others));
    });
  });
});

describe('as a negation', () => {
  test.each([
    ['states', 'opposes'],
    ['supports', 'opposes'],
    ['opposes', 'supports'],
    ['mentions', 'mentions'],
  ] as const)('a passage that %s one card %s the other', (role, negatedRole) => {
    const occurrences = [{ id: 'o', card: 'a', annotation: 'n', role }];
    expect(merge({ occurrences }, true).occurrences).toEqual([
      { id: 'o', card: 'b', annotation: 'n', role: negatedRole },
    ]);
  });

  const arrow = (over: object) =>
    ({
      id: 'r',
      from: 'a',
      to: 'x',
      toRelation: null,
      type: 'supports',
      state: 'accepted',
      ...over,
    }) as never;
  test.each([
    ['support becomes attack', {}, { from: 'b', type: 'attacks', state: 'accepted' }],
    [
      'attack on it becomes support',
      { from: 'x', to: 'a', type: 'attacks' },
      { to: 'b', type: 'supports', state: 'accepted' },
    ],
    ['a crux stays one', { type: 'crux-for' }, { type: 'crux-for', state: 'accepted' }],
    ['what has no contrary is proposed again', { type: 'leads-to' }, { type: 'leads-to', state: 'proposed' }],
  ])('%s', (_name, before, after) => {
    expect(merge({ relations: [arrow(before)] }, true).relations).toMatchObject([after]);
  });

  const belief = { user: 'u', ifTrue: 80, ifFalse: 30, strength: null, changed: '2026-01-01T00:00:00.000Z' };
  test.each([
    ['of the crux, the answers change places', { crux: 'a', target: 'x' }, { ifTrue: 30, ifFalse: 80 }],
    ['of the target, they turn round', { crux: 'x', target: 'a' }, { ifTrue: 20, ifFalse: 70 }],
  ])('%s', (_name, ends, after) => {
    expect(merge({ beliefs: [{ ...belief, ...ends }] }, true).beliefs).toMatchObject([after]);
  });
});

test('of two equal arrows the accepted one stays, and what undercut the other follows', () => {
  const relations: Holdings['relations'] = [
    { id: 'kept', from: 'a', to: 'x', toRelation: null, type: 'supports', state: 'accepted' },
    { id: 'gone', from: 'b', to: 'x', toRelation: null, type: 'supports', state: 'proposed' },
    { id: 'cut', from: 'y', to: null, toRelation: 'gone', type: 'undercuts', state: 'accepted' },
  ];
  expect(merge({ relations }).relations).toEqual([
    { ...relations[0], from: 'b' },
    { ...relations[2], toRelation: 'kept' },
  ]);
});

test('a plan without a person holds nothing of theirs and all of the others', () => {
  fc.assert(
    fc.property(anyHoldings, (live) => {
      const of = (holdings: Holdings) => withoutPerson(planMerge(merging(), holdings, []), 'u2');
      const { positions, beliefs } = live;
      const others = <Row extends { user: string }>(rows: Row[]) => rows.filter(({ user }) => user !== 'u2');
      expect(JSON.stringify(of(live))).not.toContain('"u2"');
      expect(of(live)).toEqual(of({ ...live, positions: others(positions), beliefs: others(beliefs) }));
    }),
  );
});
