import { describe, expect, test } from 'vitest';
import type { CardPassage, FoundDoubleCrux } from '@/lib/core/api/pictures';
import { commentToText } from '@/lib/core/essay/comment-document';
import { parseComment } from '@/lib/core/essay/comment-schema';
import { meetingPlace, pairedThread } from './paired-thread';

const ann = { id: 'a', name: 'Ann' };
const bob = { id: 'b', name: 'Bob' };
const card = (statement: string) =>
  ({ id: statement, number: 1, kind: 'crux', statement, status: 'canonical' }) as const;
const passage = (exact: string, role: CardPassage['role'], author = ann): CardPassage => ({
  annotation: exact,
  role,
  exact,
  author,
  essay: { id: 'e', slug: 'rain', title: 'On rain' },
});
const found = (passages: CardPassage[], credences: [number, number] = [80, 30]): FoundDoubleCrux => ({
  card: card('It rains.'),
  target: card('We get wet.'),
  credences,
  swings: [0.4, 0.3],
  passages,
});
const addressOf = ({ annotation }: CardPassage) => `https://example.org/#a-${annotation.length}`;
const thread = (one: FoundDoubleCrux) => pairedThread({ people: [ann, bob], found: one, addressOf });

describe('a paired thread', () => {
  test('mentions both, who believes more first, and quotes what speaks for either', () => {
    const drops = [passage('Drops fall.', 'supports'), passage('The sky is blue.', 'opposes', bob)];
    const opening = thread(found(drops, [30, 80]));
    expect(commentToText(parseComment(opening))).toBe(
      [
        '@Bob (80 %) and @Ann (30 %), you differ on “It rains.” Either of you would change your mind about “We get wet.” with it.',
        'What speaks for it:',
        'Drops fall.',
        'Ann, in On rain',
        'What speaks against it:',
        'The sky is blue.',
        'Bob, in On rain',
        'What would each of you have to see to move?',
      ].join('\n'),
    );
    expect(JSON.stringify(opening)).toContain('https://example.org/#a-11');
  });

  test('quotes at most two for a side, their own first, and none that only mentions the card', () => {
    const words = commentToText(
      thread(
        found([
          passage('one', 'states', bob),
          passage('two', 'supports', bob),
          passage('three', 'supports', ann),
          passage('four', 'mentions'),
        ]),
      ),
    );
    expect(words).toMatch(/three.*one/s);
    expect(words).not.toMatch(/two|four|against/);
  });

  test.each([
    ['a passage that states the card', [passage('x', 'mentions'), passage('y', 'states')], 'y'],
    ['any other', [passage('x', 'opposes')], 'x'],
    ['nowhere', [], undefined],
  ])('is held at %s', (_, passages, place) => {
    expect(meetingPlace(found(passages))?.annotation).toBe(place);
  });
});
