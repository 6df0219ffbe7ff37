import { expect, test } from 'vitest';
import { type Check, lookedThrough } from './looked-for';

const asked = {
  sections: [
    { start: 0, end: 9 },
    { start: 11, end: 20 },
  ],
  tags: ['claim', 'crux'],
};

/** `cy crux 0-9`; `*` is every tag, and without a place it is of the whole text. */
const checks = (...all: string[]): Check[] =>
  all.map((one) => {
    const [person = '', tag = '', place] = one.split(' ');
    const [start = null, end = null] = place?.split('-').map(Number) ?? [];
    return { person, tag: tag === '*' ? null : tag, start, end };
  });

test.each<[name: string, said: string[], judges: object[]]>([
  ['one section of two says nothing', ['cy crux 0-9'], []],
  ['all sections, but for different tags, say nothing', ['cy crux 0-9', 'cy claim 11-20'], []],
  [
    'all sections for a tag say something of that tag alone',
    ['cy crux 0-9', 'cy crux 11-20', 'cy claim 0-9'],
    [{ id: 'cy', lookedFor: ['crux'] }],
  ],
  [
    'all sections for all tags say everything',
    ['cy crux 0-9', 'cy crux 11-20', 'cy claim 0-9', 'cy claim 11-20'],
    [{ id: 'cy' }],
  ],
  ['two people who checked one half each have not looked through it', ['cy crux 0-9', 'dee crux 11-20'], []],
  ['a blind reading is of the whole text', ['cy *'], [{ id: 'cy' }]],
  ['one that was about a tag is of that tag', ['cy crux'], [{ id: 'cy', lookedFor: ['crux'] }]],
  ['and goes with checks for another', ['cy crux', 'cy claim 0-9', 'cy claim 11-20'], [{ id: 'cy' }]],
  ['a tag that is not in use any more says nothing', ['cy fable 0-9', 'cy fable 11-20'], []],
])('who looked through a text: %s', (_, said, judges) => {
  expect(lookedThrough(checks(...said), asked)).toEqual(judges);
});

test('a text without sections is looked through by nobody', () => {
  expect(lookedThrough(checks('cy crux 0-9'), { ...asked, sections: [] })).toEqual([]);
});
