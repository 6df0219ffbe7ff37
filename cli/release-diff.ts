import { z } from 'zod';
import { shortQuote } from '@/lib/core/annotation/short-quote';
import type { ReleaseDiff } from '@/lib/core/api/releases';
import { diffCounts, isSameRelease } from '@/lib/core/release/diff-counts';
import { ownerOf } from '@/lib/server/data/people';
import { diffReleases } from '@/lib/server/data/releases/diff-releases';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

const number = z.string().regex(/^[1-9]\d*$/, 'A number from 1.');

export const releaseDiff = command({
  name: 'release diff',
  about: 'Tell what became of a release until another.',
  flags: {
    group: { value: 'GROUP', about: 'id or slug' },
    from: { value: 'NUMBER', about: 'of the one release' },
    to: { value: 'NUMBER', about: 'of the other' },
    most: { value: 'COUNT', about: 'annotations to name; 1000 unless told' },
  },
  input: z.strictObject({
    group: z.string(),
    from: number,
    to: number,
    most: z.coerce.number().int().min(0).default(1000),
  }),
  async run({ group, from, to, most }) {
    const place = { group, release: from, other: to };
    const work = diffReleases(await ownerOf(visitor, group), place, { most });
    let step = await work.next();
    while (!step.done) step = await work.next();
    return { json: step.value, text: lines(step.value).join('\n') };
  },
});

function lines(diff: ReleaseDiff): string[] {
  if (isSameRelease(diff)) return ['Nothing differs between the two.'];
  return [
    ...diffCounts(diff).map(([what, n]) => `${String(n).padStart(8)}  ${what}`),
    ...diff.texts.map(({ change, title, number }) => `${change}  text  ${title}, version ${number}`),
    ...diff.words.map(({ change, slug }) => `${change}  tag  ${slug}`),
    ...(diff.guideline ? ['changed  guideline'] : []),
    ...diff.cards.map(({ number, changes, statement, statementBefore, status, statusBefore }) =>
      [
        changes.join(','),
        `card ${number}`,
        became(statementBefore, statement),
        ...(statusBefore === null ? [] : [`status ${became(statusBefore, status)}`]),
      ].join('  '),
    ),
    ...diff.annotations.map(({ id, changes, ...one }) =>
      [
        changes.join(','),
        id,
        became(one.quoteBefore, one.quote),
        ...(one.tagsBefore === null ? [] : [`tags ${became(named(one.tagsBefore), named(one.tags))}`]),
        ...(changes.includes('reworded')
          ? [`comment ${became(one.commentBefore ?? 'none', one.comment ?? 'none')}`]
          : []),
      ].join('  '),
    ),
  ];
}

const named = (tags: readonly string[]) => tags.join(', ') || 'none';

/** What something said, where that is known and another, and what it says. */
const became = (before: string | null, after: string) =>
  [...new Set([before ?? after, after].map(short))].join(' → ');

/** On one line, without what a terminal would obey. */
const short = (words: string) => shortQuote(words.replace(/[\s\p{Cc}]+/gu, ' '), 40);
