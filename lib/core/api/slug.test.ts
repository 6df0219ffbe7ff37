import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freeSlug, isId, slugOf } from './slug';

describe('slugOf', () => {
  test.each([
    ['words become hyphens', 'How Personas Fail: a study', 'how-personas-fail-a-study'],
    ['accents are dropped', 'Éloge de l’ombre', 'eloge-de-lombre'],
    ['other scripts stay', 'Записки из подполья', 'записки-из-подполья'],
    ['Japanese stays', '羅生門', '羅生門'],
    ['vowel signs stay with their consonants', 'हिन्दी', 'हिन्दी'],
    ['compatibility forms are folded', 'Ｆｕｌｌ', 'full'],
    ['no letters at all', '!!! ???', 'essay'],
    ['a word that means something else', 'New', 'essay-new'],
    ['a page of the group', 'Agreement', 'essay-agreement'],
    ['another', 'Moderation', 'essay-moderation'],
    ['path tricks', '../../etc/passwd', 'etc-passwd'],
    [
      'an id in disguise',
      '0197a1b2-0000-7000-8000-000000000000',
      'essay-0197a1b2-0000-7000-8000-000000000000',
    ],
    ['a long title ends between words', `${'alpha '.repeat(20)}`, 'alpha-'.repeat(10).slice(0, -1)],
  ])('%s', (_, name, slug) => {
    expect(slugOf(name, 'essay')).toBe(slug);
  });

  test('leaves the addresses of a group’s pages alone', () => {
    const pages = readdirSync('app/g/[group]').filter((name) => /^[a-z]+$/.test(name));
    expect(pages).toContain('corpus');
    expect(pages.map((name) => slugOf(name, 'essay'))).toEqual(pages.map((name) => `essay-${name}`));
  });

  test('gives one well-formed segment that survives a URL, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const slug = slugOf(name, 'essay');
        expect(slug).toMatch(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u);
        expect(decodeURIComponent(encodeURIComponent(slug))).toBe(slug);
        expect(isId(slug)).toBe(false);
      }),
    );
  });
});

test('freeSlug counts on from two', () => {
  expect(freeSlug('a', new Set())).toBe('a');
  expect(freeSlug('a', new Set(['a', 'a-2']))).toBe('a-3');
});
