import { expect, test } from 'vitest';
import { frozenWith, withChosen } from './offered';

const fox = { slug: 'the-fox', title: 'The Fox' };
const crux = { slug: 'crux', name: 'Crux' };

test('a release offers each of its essays once, and its tags', () => {
  const text = { ...fox, authors: [], url: null, licence: null, language: 'en', annotations: 1, comes: true };
  const texts = [
    { ...text, number: 1 },
    { ...text, number: 2, title: 'The Fox, mended' },
  ];
  const tags = [{ ...crux, definition: '', annotations: 1 }];
  expect(frozenWith({ texts, tags })).toEqual({
    essays: [{ slug: 'the-fox', title: 'The Fox, mended' }],
    tags: [crux],
  });
});

test('what is chosen and not there is offered all the same, by its name', () => {
  const ann = { id: 'ann', name: 'Ann' };
  const offered = { essays: [fox], tags: [crux], people: [ann] };
  expect(withChosen(offered, {})).toEqual(offered);
  expect(withChosen(offered, { essay: 'the-fox', tags: 'crux', people: 'ann' })).toEqual(offered);
  const named = (people: string) => withChosen(offered, { people }).people.at(-1)?.name;
  expect([named('bo'), named('ann,bo')]).toEqual(['Somebody who is not a member', 'Several people']);
  expect(withChosen(offered, { essay: 'gone', tags: 'crux,old' })).toEqual({
    essays: [fox, { slug: 'gone', title: 'gone' }],
    tags: [crux, { slug: 'old', name: 'old' }],
    people: [ann],
  });
});
