import { expect, test } from 'vitest';
import { linkedChoice } from './linked-choice';

const theFox = '0198b6a0-0000-7000-8000-00000000000f';
const here = {
  formats: [{ name: 'jsonld', title: 'W3C' }],
  tags: [{ slug: 'crux' }],
  essays: [{ id: theFox, slug: 'the-fox' }],
  releases: [{ number: 2 }],
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
      '“people” cannot be “zzz”: it is left out.',
      '“from” cannot be “bogus”: it is left out.',
      'This group has no essay “gone”: all are chosen instead.',
      'Nothing of an export is called “foo”: it is left out.',
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
  const frozen = { ...here, releases: [{ number: 1 }] };
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
      'A release takes no “asOf=2026-11-01”: it is left out.',
      'A release takes no “parts=moderation”: it is left out.',
    ],
  });
  expect(linkedChoice({ release: '9', asOf: '2026-11-01' }, here)).toEqual({
    choice: { asOf: '2026-11-01' },
    unknown: ['This group has no release 9: the group as it is now is chosen instead.'],
  });
  expect(linkedChoice({ release: 'first' }, here).unknown).toEqual([
    '“release” cannot be “first”: it is left out.',
  ]);
});
