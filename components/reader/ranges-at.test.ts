// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import type { HighlightRange } from '@/lib/core/anchoring/segments';
import { createPainter } from './painter';
import { rangesAt } from './ranges-at';
import { textOffsets } from './text-offsets';

const shown = [
  ['a', 0, 9],
  ['b', 4, 7],
  ['c', 16, 19],
].map(([id, start, end]) => ({ id, start, end, slot: 1, label: `Claim ${id}` }) as HighlightRange);

const at = (selector: string, nth = 0) =>
  rangesAt(document.querySelectorAll(selector)[nth]!, shown).map(({ id }) => id);

beforeEach(() => {
  document.body.innerHTML =
    '<article><p data-start="0">The cat sat.</p><p data-start="14">A <em>dog</em> ran.</p></article>';
  createPainter(textOffsets(document.querySelector('article')!)).paint(shown);
});

test('at a mark: everything that covers it, outermost first', () =>
  expect(at('mark', 1)).toEqual(['a', 'b']));

test('outside of all marks: nothing', () => expect(at('p')).toEqual([]));
