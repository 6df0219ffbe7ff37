import { describe, expect, test } from 'vitest';
import { codePoints } from '@/lib/core/anchoring/code-points';
import { annotation, reply } from './annotation.fixture';
import { highlightRange, livingReplies, passageOf } from './highlight';

describe('highlightRange', () => {
  const bare = { id: 'a', start: 0, end: 4, tags: [], creator: 'Ann', replies: 0 };
  const claim = { name: 'Claim', slot: 1 };
  const crux = { name: 'Crux', slot: 2 };

  test.each([
    ['Highlight by Ann', 0, bare],
    ['Claim by Ann', 1, { ...bare, tags: [claim] }],
    ['Crux, Claim by Ann, 1 reply', 2, { ...bare, tags: [crux, claim], replies: 1 }],
    ['Claim by Ann, 3 replies', 1, { ...bare, tags: [claim], replies: 3 }],
  ])('%s', (label, slot, highlighted) => {
    expect(highlightRange(highlighted)).toEqual({ id: 'a', start: 0, end: 4, slot, label });
  });
});

describe('passageOf', () => {
  const text = '👩‍🚀 reads';
  const points = codePoints(text);

  test('counts in UTF-16 what the wire counts in code points', () => {
    const target = { version: 1, selector: [{ type: 'TextPositionSelector' as const, start: 4, end: 9 }] };
    const passage = passageOf(annotation('one', 'ann', { target }), 1, points);
    expect(text.slice(passage!.start, passage!.end)).toBe('reads');
  });

  test('is nowhere in another version, or without a position', () => {
    expect(passageOf(annotation('one', 'ann'), 2, points)).toBeNull();
    const target = { version: 1, selector: [{ type: 'TextQuoteSelector' as const, exact: 'reads' }] };
    expect(passageOf(annotation('one', 'ann', { target }), 1, points)).toBeNull();
  });
});

test('a deleted reply is no living one', () => {
  const replies = [reply('one', 'ann'), reply('two', 'ben', { comment: null })];
  expect(livingReplies(annotation('top', 'ann', { replies }))).toBe(1);
});
