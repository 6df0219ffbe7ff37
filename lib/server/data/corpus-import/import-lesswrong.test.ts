import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  forumAnswer,
  forumPost,
  forumThreads,
  postText,
} from '@/lib/core/corpus-import/lesswrong/forum.fixture';
import { bytesOf } from '@/lib/core/corpus-import/read-back.fixture';
import type { EssayDocument } from '@/lib/core/essay/document';
import { db } from '@/lib/server/data/database';
import { ofKind, readAll } from '@/lib/server/data/export/export-group.fixture';
import { createGroup } from '@/lib/server/data/groups';
import { person } from '@/lib/server/data/person.fixture';
import type { Viewer } from '@/lib/server/data/viewer';
import { importCorpus } from './import-corpus';

/** What is about the whole stands on its first words. */
const opening = 'The fox 🦊 sees the jar[1], and the jar is empty.';

let owner: Viewer;
beforeAll(async () => {
  owner = await person('Olga');
});

async function emptyGroup(): Promise<string> {
  const id = v7();
  await createGroup(owner, { id, name: `Forum ${id}`, description: '', visibility: 'private' });
  return id;
}

const bring = (group: string, file: object = forumThreads, dryRun = false) =>
  importCorpus(owner, group, {
    format: 'lesswrong',
    content: async () => bytesOf(JSON.stringify(file)),
    dryRun,
  });

describe('a post of LessWrong with its comments', () => {
  test('becomes an essay with footnotes, and threads on the words that they are about', async () => {
    const group = await emptyGroup();
    const report = await bring(group);
    expect(report.created).toMatchObject({ texts: 1, annotations: 5, replies: 3, people: 5, tags: 0 });
    expect(report.orphaned.total).toBe(0);
    const corpus = await readAll(owner, group);
    const marks = ofKind(corpus, 'annotation').map(({ start, end, quote, tags, comment, replies }) => {
      expect(postText.slice(start, end)).toBe(quote);
      return { quote, tags, comment, replies: replies.map(({ words }) => words?.comment ?? null) };
    });
    const byQuote = (a: { quote: string; tags: readonly string[] }, b: typeof a) =>
      a.quote + a.tags < b.quote + b.tags ? -1 : 1;
    expect(marks.sort(byQuote)).toEqual([
      { quote: opening, tags: [], comment: expect.any(String), replies: [] },
      { quote: opening, tags: [], comment: expect.any(String), replies: [] },
      {
        quote: 'jars mislead foxes',
        tags: [],
        comment: 'Do they?',
        replies: ['*Retracted by its author.*\n\nThey **do**.', null, 'Why was it deleted?'],
      },
      { quote: 'jars mislead foxes', tags: ['crux'], comment: '> Do they?', replies: [] },
      { quote: 'the jar is empty', tags: ['crux'], comment: null, replies: [] },
    ]);
    const version = await db().essayVersion.findFirstOrThrow({
      where: { essay: { readingList: { some: { groupId: group } } } },
      select: { document: true },
    });
    const { content } = version.document as unknown as EssayDocument;
    expect(content.at(-1)).toMatchObject({ type: 'footnotes' });
    expect(await db().externalPerson.count({ where: { groupId: group } })).toBe(5);
  });

  test('is told alike by a dry run, which writes nothing, and comes once', async () => {
    const group = await emptyGroup();
    const dry = await bring(group, forumThreads, true);
    expect(await db().readingListEntry.count({ where: { groupId: group } })).toBe(0);
    const { created, orphaned, bad, matched } = await bring(group);
    expect(dry).toMatchObject({ created, orphaned, bad, matched });
    const before = await readAll(owner, group);
    const again = await bring(group);
    expect(Object.values(again.created).every((n) => n === 0)).toBe(true);
    expect(again.matched).toMatchObject({ texts: 1, annotations: 5, replies: 3 });
    expect((await readAll(owner, group)).records).toEqual(before.records);
  });

  test('brings only what was said since, when it comes again later', async () => {
    const group = await emptyGroup();
    await bring(group, { ...forumThreads.data, comments: forumThreads.data.comments.results.slice(0, 2) });
    expect((await bring(group)).created).toMatchObject({ texts: 0, annotations: 2, replies: 2 });
  });

  test.each([
    ['address', { title: 'Another title', pageUrl: 'https://www.greaterwrong.com/posts/pOst1pOst1pOst1pO' }],
    ['title', { title: 'FOXES and jars — LessWrong', pageUrl: null }],
  ])('finds the essay that the group has under its %s, in whatever rendition', async (_, rest) => {
    const group = await emptyGroup();
    await bring(group, forumAnswer([]));
    const file = forumAnswer(
      forumThreads.data.comments.results,
      forumPost({ contents: { html: '<p>Preface.</p><p>So jars mislead foxes; in the end.</p>' }, ...rest }),
    );
    const report = await bring(group, file);
    expect(report).toMatchObject({
      created: { texts: 0, annotations: 4 },
      matched: { texts: 1 },
      orphaned: { total: 0 },
    });
    const quotes = ofKind(await readAll(owner, group), 'annotation').map(({ quote }) => quote);
    expect(new Set(quotes)).toEqual(new Set([opening, 'jars mislead foxes']));
    expect(await db().readingListEntry.count({ where: { groupId: group } })).toBe(1);
  });
});
