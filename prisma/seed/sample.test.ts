import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readEssaySource } from './essay-source';
import { type PersonKey, people } from './people';
import { sampleGroup } from './sample';
import type { SampleAnnotation, SampleReply } from './sample-annotation';

/** The canonical text, by a strip of the Markdown that the three essays use. */
const plainText = (markdown: string) =>
  markdown
    .replace(/^\|[-| ]+\|\n/gm, '')
    .replace(/^\| (.*?) *\|$/gm, (_, row: string) => `${row.replace(/ +\| /g, '\n\n')}\n`)
    .replace(/^(#+|>|-|\d\.) (.*)$/gm, '$2\n')
    .replace(/^\[\^\d\]: /gm, '')
    .replace(/\[\^(\d)\]/g, '[$1]')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/[*_]/g, '')
    .replace(/\n{2,}/g, '\n\n')
    .trim();

const essays = sampleGroup.essays.map(({ slug, annotations }) => {
  const source = readEssaySource(readFileSync(`${import.meta.dirname}/essays/${slug}.md`, 'utf8'));
  return { slug, annotations, source, text: plainText(source.markdown) };
});
const annotations: SampleAnnotation[] = essays.flatMap((essay) => essay.annotations);
const thread = ({ replies = [] }: Pick<SampleReply, 'replies'>): SampleReply[] =>
  replies.flatMap((reply) => [reply, ...thread(reply)]);
const replies = annotations.flatMap(thread);

/** Everywhere that the quote stands with its context, as the start of its exact words. */
function places(text: string, { exact, prefix = '', suffix = '' }: SampleAnnotation['quote']): number[] {
  const words = prefix + exact + suffix;
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    found.push(at + prefix.length);
  return found;
}

/** For each mark of an essay: how many marks, itself included, cover its first character. */
function depths({ text, annotations }: (typeof essays)[number]): number[] {
  const ranges = annotations.map(({ quote }) => {
    const start = places(text, quote)[0] ?? 0;
    return { start, end: start + quote.exact.length };
  });
  return ranges.map(({ start }) => ranges.filter((one) => one.start <= start && start < one.end).length);
}

describe.each(essays)('the essay $slug', ({ slug, annotations, source, text }) => {
  test('names itself, its licence and language', () => {
    expect(source).toMatchObject({ slug, licence: 'CC-BY-4.0', language: 'en' });
  });

  test('has 900 to 1,500 words in NFC', () => {
    expect(text.split(/\s+/).length).toBeGreaterThanOrEqual(900);
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(1500);
    expect(source.markdown).toBe(source.markdown.normalize());
  });

  test.each(annotations)('holds once: $quote.exact', ({ quote }) => {
    expect(places(text, quote)).toHaveLength(1);
  });
});

describe('the marks', () => {
  test('are 22, 20 and 18, and use every tag often', () => {
    expect(essays.map((essay) => essay.annotations.length)).toEqual([22, 20, 18]);
    const count = (tag: string) => annotations.filter(({ tags }) => tags.some((one) => one === tag)).length;
    expect({ claim: count('claim'), crux: count('crux'), failure: count('failure-mode') }).toEqual({
      claim: 24,
      crux: 18,
      failure: 14,
    });
    expect(annotations.filter(({ tags }) => tags.length === 0).length).toBeGreaterThanOrEqual(8);
    expect(annotations.filter(({ tags }) => tags.length === 2).length).toBeGreaterThanOrEqual(6);
  });

  test('overlap two and three deep, and cross block boundaries', () => {
    const all = essays.flatMap(depths);
    expect(all.filter((depth) => depth >= 2).length).toBeGreaterThanOrEqual(6);
    expect(all.filter((depth) => depth >= 3).length).toBeGreaterThanOrEqual(1);
    expect(annotations.filter(({ quote }) => quote.exact.includes('\n\n')).length).toBeGreaterThanOrEqual(3);
  });

  test('have about 45 replies, up to three deep, and some resolved threads', () => {
    const deepest = (one: Pick<SampleReply, 'replies'>): number =>
      Math.max(0, ...(one.replies ?? []).map((reply) => 1 + deepest(reply)));
    expect(replies.length).toBeGreaterThanOrEqual(45);
    expect(Math.max(...annotations.map(deepest))).toBe(3);
    expect(annotations.filter(({ resolvedBy }) => resolvedBy).length).toBeGreaterThanOrEqual(4);
  });

  test('are answered after they were written', () => {
    const early = [...annotations, ...replies].flatMap((one) =>
      (one.replies ?? []).filter(({ hoursAgo }) => hoursAgo >= one.hoursAgo || hoursAgo <= 0),
    );
    expect(early).toEqual([]);
  });

  test('have ids that are UUIDv7 and unlike each other', () => {
    const ids = [sampleGroup, ...Object.values(people), ...annotations, ...replies].map(({ id }) => id);
    for (const id of ids) expect(z.uuidv7().safeParse(id).success, id).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the people', () => {
  test.each(Object.keys(people) as PersonKey[])('include %s, who marks, answers and reacts', (key) => {
    expect(annotations.filter(({ by }) => by === key).length).toBeGreaterThanOrEqual(5);
    expect(replies.filter(({ by }) => by === key).length).toBeGreaterThanOrEqual(3);
    const reacts = ({ reactions = {} }: SampleAnnotation) => Object.values(reactions).flat().includes(key);
    expect(annotations.some(reacts)).toBe(true);
  });

  test('do not react to their own marks, nor twice in one way, nor agree and disagree at once', () => {
    const odd = annotations.filter(({ by, reactions: { agree = [], disagree = [], helpful = [] } = {} }) => {
      const opinions = [...agree, ...disagree];
      const twice = [opinions, helpful].some((list) => new Set(list).size < list.length);
      return twice || [...opinions, ...helpful].includes(by);
    });
    expect(odd.map(({ quote }) => quote.exact)).toEqual([]);
  });

  test('resolve a thread only as its author or as a moderator', () => {
    const strangers = annotations.filter(
      ({ by, resolvedBy }) => resolvedBy && resolvedBy !== by && people[resolvedBy].role === 'member',
    );
    expect(strangers).toEqual([]);
  });
});
