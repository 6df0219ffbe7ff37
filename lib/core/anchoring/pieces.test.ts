import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Segment } from '@/lib/core/essay/segment';
import { pieces } from './pieces';

const segment = (start: number, end: number): Segment => ({ start, end, slot: 1, depth: 1, refs: [] });

/** Pieces as text: "-" plain, "=" highlighted. */
const draw = (segments: Segment[], start: number, end: number) =>
  pieces(segments, start, end)
    .map((piece) => (piece.segment ? '=' : '-').repeat(piece.end - piece.start))
    .join('|');

describe('pieces of a text node', () => {
  test.each([
    ['no segments', [], 2, 6, '----'],
    ['one inside', [segment(3, 5)], 2, 6, '-|==|-'],
    ['from before the node', [segment(0, 4)], 2, 6, '==|--'],
    ['beyond the node', [segment(4, 9)], 2, 6, '--|=='],
    ['covering the node', [segment(0, 9)], 2, 6, '===='],
    ['exactly the node', [segment(2, 6)], 2, 6, '===='],
    ['touching its edges only', [segment(0, 2), segment(6, 8)], 2, 6, '----'],
    ['two neighbours', [segment(2, 4), segment(4, 6)], 2, 6, '==|=='],
    ['an empty node', [segment(0, 9)], 2, 2, ''],
  ])('%s', (_name, segments, start, end, drawn) => {
    expect(draw(segments, start, end)).toBe(drawn);
  });

  test('cover the node without gap, wherever it is cut from', () => {
    const edges = fc.uniqueArray(fc.nat(60), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(edges, fc.nat(60), fc.nat(30), (points, start, length) => {
        const sorted = points.sort((a, b) => a - b);
        const segments = sorted.slice(1).flatMap((end, i) => (i % 3 ? [segment(sorted[i]!, end)] : []));
        const found = pieces(segments, start, start + length);
        let at = start;
        for (const piece of found) {
          expect(piece.start).toBe(at);
          expect(piece.end).toBeGreaterThan(at);
          expect(piece.segment).toBe(segments.find((s) => s.start <= at && at < s.end) ?? null);
          at = piece.end;
        }
        expect(at).toBe(start + length);
      }),
    );
  });
});
