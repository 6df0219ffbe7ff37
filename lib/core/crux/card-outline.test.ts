import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardOutline, type OutlineArrow, type OutlineEntry } from './card-outline';

const card = (id: string, root = false) => ({ id, root });
const arrow = (from: string, to: string, load: number | null = null): OutlineArrow => ({
  id: `${from}>${to}`,
  type: 'supports',
  from,
  to,
  toRelation: null,
  load,
});
const undercut = (from: string, toRelation: string): OutlineArrow => ({
  id: `${from}!${toRelation}`,
  type: 'undercuts',
  from,
  to: null,
  toRelation,
  load: null,
});

/** `q(a(b) c*)`: a repeated card has a star. */
const shown = (entries: OutlineEntry<OutlineArrow>[]): string =>
  entries
    .map(({ card, below, isRepeated }) => {
      const inner = below.length > 0 ? `(${shown(below)})` : '';
      return `${card}${isRepeated ? '*' : ''}${inner}`;
    })
    .join(' ');

const outline = (ids: string, arrows: OutlineArrow[]) => {
  const cards = [...ids].map((id) => card(id.toLowerCase(), id !== id.toLowerCase()));
  const { related, alone } = cardOutline(cards, arrows);
  return `${shown(related)} | ${alone.join('')}`;
};

describe('an outline', () => {
  test.each<[string, string, OutlineArrow[], string]>([
    ['has cards without arrows apart', 'ab', [], ' | ab'],
    ['goes from the question down', 'abq', [arrow('b', 'a'), arrow('a', 'q')], 'q(a(b)) | '],
    ['puts root questions first', 'aqR', [arrow('a', 'q'), arrow('a', 'r')], 'r(a) q(a) | '],
    ['puts what carries more first', 'abq', [arrow('a', 'q', 0.1), arrow('b', 'q', 0.4)], 'q(b a) | '],
    ['opens a card once', 'xapq', [arrow('x', 'a'), arrow('a', 'p'), arrow('a', 'q')], 'p(a(x)) q(a*) | '],
    ['breaks circles', 'ab', [arrow('a', 'b'), arrow('b', 'a')], 'a(b(a*)) | '],
    ['puts what undercuts an arrow below it', 'auq', [arrow('a', 'q'), undercut('u', 'a>q')], 'q(a(u)) | '],
  ])('%s', (_, ids, arrows, expected) => {
    expect(outline(ids, arrows)).toBe(expected);
  });

  test('holds every card and every arrow, however they run', () => {
    const ids = [...'abcdefg'];
    const ends = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(fc.uniqueArray(ends, { selector: String }), fc.boolean(), (pairs, root) => {
        const arrows = pairs.map(([from, to]) => arrow(from, to));
        const { related, alone } = cardOutline(
          ids.map((id) => card(id, root && id === 'c')),
          arrows,
        );
        const all: OutlineEntry<OutlineArrow>[] = [];
        const walk = (entries: OutlineEntry<OutlineArrow>[]) => {
          for (const one of entries) {
            all.push(one);
            walk(one.below);
          }
        };
        walk(related);
        expect(new Set([...all.map((one) => one.card), ...alone])).toEqual(new Set(ids));
        expect(all.flatMap(({ by }) => by?.id ?? []).sort()).toEqual(arrows.map(({ id }) => id).sort());
      }),
    );
  });
});
