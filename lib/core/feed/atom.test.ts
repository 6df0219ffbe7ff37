import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { atom, type Feed, type FeedEntry, tagUri } from './atom';

const entry: FeedEntry = {
  id: 'tag:read.example,2026-11-21:annotations/1',
  title: 'Crux by Ann & Bo in “<The fox>”',
  author: 'Ann "the" Reader',
  published: '2026-11-21T10:00:00.000Z',
  updated: '2026-11-21T11:00:00.000Z',
  page: 'https://read.example/g/g/the-fox#a-1',
  categories: [{ term: 'crux', label: 'Crux' }],
  html: '<blockquote>a &lt; b</blockquote><p>🦊</p>',
};
const feed: Feed = {
  language: 'en',
  title: 'Readers',
  id: 'tag:read.example,2026-11-01:groups/1/feed',
  updated: '2026-11-21T11:00:00.000Z',
  self: 'https://read.example/feed.atom',
  page: 'https://read.example/g/g',
  software: { name: 'Cruxbook', version: '1' },
  entries: [entry],
};

const parser = new new JSDOM('').window.DOMParser();

const parse = (xml: string) => {
  const document = parser.parseFromString(xml, 'application/xml');
  const all = (name: string) => [...document.getElementsByTagNameNS('http://www.w3.org/2005/Atom', name)];
  return { document, all, textOf: (name: string) => all(name).map((one) => one.textContent) };
};

describe('a feed', () => {
  test('has what RFC 4287 demands of feeds and entries, each once', () => {
    const { document, all, textOf } = parse(atom(feed));
    for (const parent of [document.documentElement, ...all('entry')]) {
      const children = [...parent.children].map(({ localName }) => localName);
      for (const name of ['id', 'title', 'updated'])
        expect(children.filter((child) => child === name)).toHaveLength(1);
    }
    expect(all('link').map((one) => one.getAttribute('rel'))).toEqual(['self', 'alternate', 'alternate']);
    expect(textOf('name')).toEqual([entry.author]);
    expect(textOf('id')).toEqual([feed.id, entry.id]);
  });

  test('gives HTML back as it was, once the escapes are taken off', () => {
    expect(parse(atom(feed)).textOf('content')).toEqual([entry.html]);
  });

  test('without entries is one all the same', () => {
    expect(parse(atom({ ...feed, entries: [] })).all('entry')).toEqual([]);
  });

  test('is well-formed whatever people write', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(anything, anything, anything, (title, author, html) => {
        const one = { ...entry, title, author, html, categories: [{ term: title, label: html }] };
        expect(parse(atom({ ...feed, title, entries: [one] })).all('entry')).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
    const control = atom({ ...feed, title: 'a\u0000\u000b\ud800b\ufffe' });
    expect(parse(control).textOf('title')[0]).toBe('ab');
  });

  test('is read by xmllint', (context) => {
    const missing = ((): boolean => {
      try {
        execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
        return false;
      } catch {
        return true;
      }
    })();
    if (missing) context.skip('xmllint is not installed');
    expect(() => execFileSync('xmllint', ['--noout', '--nonet', '-'], { input: atom(feed) })).not.toThrow();
  });
});

test.each([
  ['https://read.example:8443', 'tag:read.example,2026-11-21:x'],
  ['http://127.0.0.1:3000', 'tag:127.0.0.1,2026-11-21:x'],
  ['http://[::1]:3000', 'tag:--1,2026-11-21:x'],
])('the name of a thing on %s is %s', (site, name) => {
  expect(tagUri(site, '2026-11-21T23:59:59.999Z', 'x')).toBe(name);
});
