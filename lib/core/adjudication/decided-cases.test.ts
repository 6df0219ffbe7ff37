import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextMark } from '@/lib/core/agreement/contested-sentences';
import { anyMarks, marker } from './adjudication.fixture';
import { adjudicationCases } from './adjudication-cases';
import { decidedCases } from './decided-cases';
import { type DecisionRow, decisionsInForce, layerOf } from './decisions-in-force';
import { refuseDecision } from './refuse-decision';

const people = ['ann', 'ben', 'cy'];
const readers = people.map((id) => ({ id }));
const kept = ({ id, start, end, tags }: TextMark) => ({ id, start, end, tags });

function history() {
  const rows: DecisionRow[] = [];
  const add = (row: Partial<DecisionRow>) => {
    const id = `d${rows.length + 1}`;
    rows.push({ id, verdict: 'reject', subjects: [], marks: [], undoes: null, ...row });
    return id;
  };
  return {
    rows,
    decide: (subjects: readonly TextMark[], marks: readonly TextMark[] = []) =>
      add({
        verdict: marks.length > 0 ? 'accept' : 'reject',
        subjects: subjects.map(kept),
        marks: marks.map((mark) => ({ ...kept(mark), id: `l-${mark.id}` })),
      }),
    undo: (id: string) => add({ verdict: 'undo', undoes: id }),
  };
}

const look = (marks: readonly TextMark[], rows: readonly DecisionRow[]) =>
  decidedCases(adjudicationCases(marks, readers), decisionsInForce(rows)).map(
    ({ status, decision }) => [status, decision?.id ?? null] as const,
  );

describe('what holds of a history', () => {
  const mark = marker();
  const [a, b, c] = [mark('ann', 'claim', 0, 9), mark('ben', 'claim', 0, 9), mark('cy', 'crux', 50, 60)];

  test('a later decision about any of the same marks takes the place of an earlier one, until it is taken back', () => {
    const { rows, decide, undo } = history();
    const first = decide([a, b], [a]);
    const other = decide([c]);
    const second = decide([b]);
    expect(decisionsInForce(rows).map(({ id }) => id)).toEqual([other, second]);
    expect(layerOf(decisionsInForce(rows))).toEqual([]);
    undo(second);
    expect(decisionsInForce(rows).map(({ id }) => id)).toEqual([first, other]);
    expect(layerOf(decisionsInForce(rows)).map(({ id }) => id)).toEqual([`l-${a.id}`]);
    undo(first);
    undo(other);
    expect(decisionsInForce(rows)).toEqual([]);
  });

  test('no two decisions in force speak of one mark, whatever happened', () => {
    const step = fc.tuple(fc.subarray([a, b, c], { minLength: 1 }), fc.option(fc.nat(6)));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { rows, decide, undo } = history();
        for (const [subjects, back] of steps) {
          const force = decisionsInForce(rows);
          const target = back === null ? undefined : force[back % Math.max(1, force.length)];
          if (target) undo(target.id);
          else decide(subjects);
        }
        const spokenOf = decisionsInForce(rows).flatMap(({ subjects }) => subjects.map(({ id }) => id));
        expect(new Set(spokenOf).size).toBe(spokenOf.length);
      }),
    );
  });
});

describe('the status of a case', () => {
  const mark = marker();
  const [a, b] = [mark('ann', 'claim', 0, 9), mark('ben', 'claim', 2, 12)];
  const agreed = people.map((who) => mark(who, 'crux', 50, 60));

  test('is open, or agreed where there is nothing to decide', () => {
    expect(look([a, b, ...agreed], [])).toEqual([
      ['open', null],
      ['agreed', null],
    ]);
  });

  test('is decided as long as its marks are those that were decided on', () => {
    const { rows, decide } = history();
    const id = decide([b, a], [a]);
    expect(look([a, b], rows)).toEqual([['decided', id]]);
  });

  test.each<[string, (a: TextMark, b: TextMark) => TextMark[]]>([
    ['another mark comes', (a, b) => [a, b, mark('cy', 'claim', 0, 12)]],
    ['a mark goes', (a) => [a]],
    ['a mark gets another tag', (a, b) => [a, { ...b, tags: ['crux'] }]],
    ['all marks go', () => []],
  ])('is changed when %s; the decision holds', (_, change) => {
    const { rows, decide } = history();
    const id = decide([a, b], [a]);
    expect(look(change(a, b), rows)).toEqual([['changed', id]]);
    expect(layerOf(decisionsInForce(rows))).toHaveLength(1);
  });

  test('is changed when a mark joins two cases that were decided, and names the later decision', () => {
    const { rows, decide } = history();
    const far = mark('ann', 'claim', 9, 18);
    const later = decide([far]);
    const last = decide([a]);
    expect(look([a, far], rows).map(([status]) => status)).toEqual(['decided', 'decided']);
    expect(look([a, far, mark('cy', 'claim', 0, 18)], rows)).toEqual([['changed', last]]);
    expect(decisionsInForce(rows).map(({ id }) => id)).toEqual([later, last]);
  });

  test('is decided right after everything was decided, and every mark is spoken of once', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const { rows, decide } = history();
        for (const one of adjudicationCases(marks, readers)) decide(one.marks, one.marks.slice(0, 1));
        expect(new Set(look(marks, rows).map(([status]) => status))).toEqual(
          new Set(marks.length > 0 ? ['decided'] : []),
        );
      }),
    );
  });

  test('is found without going through all decisions for each case', () => {
    const { rows, decide } = history();
    const marks = Array.from({ length: 50 }, (_, i) => mark('ann', 'claim', 100 + 10 * i, 105 + 10 * i));
    for (const one of marks) decide([one]);
    let looks = 0;
    const watched = new Proxy(decisionsInForce(rows), {
      get: (all, key, self) => {
        looks += typeof key === 'string' && /^\d+$/.test(key) ? 1 : 0;
        return Reflect.get(all, key, self);
      },
    });
    const found = decidedCases(adjudicationCases(marks, readers), watched);
    expect(found.map(({ status }) => status)).toEqual(marks.map(() => 'decided'));
    expect(looks).toBeLessThanOrEqual(4 * marks.length);
  });

  test('has another state when marks or decisions are others, and the same for the same', () => {
    const stateOf = (marks: readonly TextMark[], rows: readonly DecisionRow[]) =>
      decidedCases(adjudicationCases(marks, readers), decisionsInForce(rows))[0]?.state;
    const { rows, decide } = history();
    const before = stateOf([a, b], rows);
    expect(stateOf([b, a], rows)).toBe(before);
    expect(stateOf([a, { ...b, tags: ['crux', 'claim'] }], rows)).not.toBe(before);
    decide([a, b]);
    expect(stateOf([a, b], rows)).not.toBe(before);
  });
});

describe('a decision', () => {
  const mark = marker();
  const [one] = adjudicationCases([mark('ann', 'claim', 0, 9), mark('ben', 'crux', 0, 9)], readers);
  const [first, second] = one!.candidates as [
    (typeof one & {})['candidates'][number],
    (typeof one & {})['candidates'][number],
  ];
  const other = { start: 0, end: 12, tags: ['claim'] };
  test.each([
    ['accept', [first], true],
    ['accept', [first, second], true],
    ['accept', [], false],
    ['accept', [other], false],
    ['accept', [first, first], false],
    ['plural', [first, second], true],
    ['plural', [first], false],
    ['plural', [first, other], false],
    ['reject', [], true],
    ['reject', [first], false],
    ['change', [other], true],
    ['change', [first, other], true],
    ['change', [first], false],
    ['change', [], false],
    ['change', [{ ...other, tags: [] }], false],
    ['change', Array.from({ length: 9 }, (_, i) => ({ ...other, end: 20 + i })), false],
  ] as const)('to %s with %j goes with its case: %s', (verdict, marks, isFine) => {
    expect(refuseDecision(one!, verdict, marks) === null).toBe(isFine);
  });
});
