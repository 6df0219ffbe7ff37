import { expect, test } from 'vitest';
import type { Decision } from '@/lib/core/adjudication/decisions-in-force';
import { adjudicatedWords } from './adjudicated-words';

const mark = (id: string, start: number, tags = ['claim']) => ({ id, start, end: start + 5, tags });

const decision = (verdict: Decision['verdict'], subjects: string[], kept: number[], reason = '') => ({
  id: subjects.join(),
  verdict,
  undoes: null,
  reason,
  subjects: subjects.map((id, i) => mark(id, i)),
  marks: kept.map((start) => mark(`l${start}`, start)),
});

const own = ['a', 'a2', 'a3', 'a4', 'a5', 'a6'];

test.each([
  ['nothing that holds', [], 'What was decided has been taken back.'],
  ['others’ marks', [decision('reject', ['b'], [])], 'What was decided has been taken back.'],
  ['kept as it is', [decision('accept', ['a'], [0])], '1 kept.'],
  ['another’s was accepted', [decision('accept', ['a', 'b'], [1], 'Bounds.')], '1 not kept: “Bounds.”'],
  [
    'several, each with its own reasons',
    [
      decision('plural', ['a', 'b'], [0, 1]),
      decision('change', ['a2'], [7], 'To the full stop.'),
      decision('reject', ['a3'], [], 'To the full stop.'),
    ],
    '1 kept. 1 changed: “To the full stop.” 1 not kept: “To the full stop.”',
  ],
  [
    'one reason for two of a fate, and none for another',
    [decision('reject', ['a', 'a2'], [], 'Too long.'), decision('accept', ['a3'], [0])],
    '1 kept. 2 not kept: “Too long.”',
  ],
  [
    'a reason for one of several',
    [
      decision('accept', ['a'], [0], 'Bounds.'),
      decision('accept', ['a2'], [0]),
      decision('accept', ['a3'], [0]),
    ],
    '3 kept: 1 for “Bounds.”, 2 without a reason.',
  ],
  [
    'several reasons, one of them for two',
    ['Too long.', 'No claim.', 'Too long.'].map((reason, n) => decision('reject', [own[n]!], [], reason)),
    '3 not kept: 2 for “Too long.”, 1 for “No claim.”',
  ],
  [
    'more reasons than fit',
    own.slice(0, 4).map((id) => decision('reject', [id], [], `Because of ${id}.`)),
    '4 not kept: 1 for “Because of a.”, 1 for “Because of a2.”, 1 for “Because of a3.”, 1 for another reason.',
  ],
  [
    'many more, and none for another',
    own.map((id, n) => decision('reject', [id], [], n > 0 ? `Because of ${id}.` : '')),
    '6 not kept: 1 for “Because of a2.”, 1 for “Because of a3.”, 1 for “Because of a4.”, 2 for other reasons, 1 without a reason.',
  ],
])('of %s', (_, decisions, words) => {
  expect(adjudicatedWords(decisions, new Set(own))).toBe(words);
});
