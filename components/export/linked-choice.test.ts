import { expect, test } from 'vitest';
import { linkedChoice } from './linked-choice';

const theFox = '0198b6a0-0000-7000-8000-00000000000f';
const here = {
  formats: [{ name: 'jsonld', title: 'W3C' }],
  tags: [{ slug: 'crux' }],
  essays: [{ id: theFox, slug: 'the-fox' }],
  releases: [{ number: 2, state: 'frozen' as const }],
};

test('of what a link asks for that is not here is said what it is, and the rest stays', () => {
  const whole = { format: 'jsonld', tags: 'crux', q: 'fox' };
  expect(linkedChoice(whole, here)).toEqual({ choice: whole, unknown: [] });
  expect(linkedChoice({}, here)).toEqual({ choice: {}, unknown: [] });
  expect(linkedChoice({ format: 'nonsense', tags: 'nope,crux', q: 'fox' }, here)).toEqual({
    choice: { tags: 'crux', q: 'fox' },
    unknown: [
      'There is no format “nonsense”: W3C is chosen instead.',
      'This group has no tag “nope”: it is left out.',
    ],
  });
  expect(linkedChoice({ tags: 'nope,nope' }, here)).toEqual({
    choice: {},
    unknown: ['This group has no tag “nope”: what bears any tag, or none, is chosen instead.'],
  });
  const rest = { people: 'zzz', from: 'bogus', essay: 'gone', foo: '1', to: '2026-11-20' };
  expect(linkedChoice(rest, here)).toEqual({
    choice: { to: '2026-11-20' },
    unknown: [
      '“people” cannot be “zzz” and is left out. Name people by their ids.',
      '“from” cannot be “bogus” and is left out. Give a day such as 2026-11-01, or a moment such as 2026-11-01T12:00:00Z.',
      'This group has no essay “gone”: all are chosen instead.',
      'Nothing of an export is called “foo”: it is left out.',
    ],
  });
  expect(linkedChoice({ parts: 'foo', named: 'perhaps' }, here)).toEqual({
    choice: {},
    unknown: [
      '“parts” cannot be “foo” and is left out. Choose texts, annotations, replies, cards, positions, coverage, or moderation.',
      '“named” cannot be “perhaps” and is left out. Choose true or false.',
    ],
  });
  const other = { essay: 'the-fox', parts: '', scope: 'mine', named: 'true', toString: 'x' };
  expect(linkedChoice(other, here).choice).toEqual({
    essay: 'the-fox',
    parts: '',
    scope: 'mine',
    named: 'true',
  });
});

const elsewhere = theFox.replace(/f$/, 'e');

test('of a release, the id of an essay stays: its name of now may have been that of another', () => {
  const frozen = { ...here, releases: [{ number: 1, state: 'frozen' as const }] };
  for (const essay of [theFox, elsewhere]) {
    const choice = { release: '1', essay };
    expect(linkedChoice(choice, frozen)).toEqual({ choice, unknown: [] });
  }
});

test('an essay that a link names by its id is chosen by the name that the page knows', () => {
  for (const essay of [theFox, theFox.toUpperCase(), 'the-fox'])
    expect(linkedChoice({ essay }, here)).toEqual({ choice: { essay: 'the-fox' }, unknown: [] });
  expect(linkedChoice({ essay: elsewhere }, here)).toEqual({
    choice: {},
    unknown: [`This group has no essay “${elsewhere}”: all are chosen instead.`],
  });
});

test('a link to a release asks for nothing that it cannot have, and for one that there is', () => {
  const link = { release: '2', asOf: '2026-11-01', parts: 'texts,moderation', tags: 'crux' };
  expect(linkedChoice(link, here)).toEqual({
    choice: { release: '2', parts: 'texts', tags: 'crux' },
    unknown: [
      'A release is of one moment, so “asOf=2026-11-01” is left out.',
      'A release has nothing that was held, so “parts=moderation” is left out.',
    ],
  });
  expect(linkedChoice({ release: '9', asOf: '2026-11-01' }, here)).toEqual({
    choice: { asOf: '2026-11-01' },
    unknown: ['This group has no release 9: the group as it is now is chosen instead.'],
  });
  expect(linkedChoice({ release: 'first' }, here).unknown).toEqual([
    '“release” cannot be “first” and is left out. A release is named by its number.',
  ]);
});

test('of a release that cannot be taken is said why, and what another has not is not said of the group', () => {
  const unknownOf = (choice: Record<string, string>) =>
    linkedChoice(choice, {
      ...here,
      releases: [...here.releases, { number: 1, state: 'withdrawn' }, { number: 3, state: 'freezing' }],
    }).unknown;
  expect(unknownOf({ release: '1', essay: 'gone' })).toEqual([
    'Release 1 was withdrawn: the group as it is now is chosen instead.',
    'This group has no essay “gone”: all are chosen instead.',
  ]);
  expect(unknownOf({ release: '3' })).toEqual([
    'Release 3 is not frozen yet: the group as it is now is chosen instead.',
  ]);
  expect(unknownOf({ essay: 'gone', tags: 'nope', release: '2' })).toEqual([
    'Release 2 has no tag “nope”: what bears any tag, or none, is chosen instead.',
    'Release 2 has no essay “gone”: all are chosen instead.',
  ]);
});
