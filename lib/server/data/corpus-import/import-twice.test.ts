import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import type { CorpusSourceName } from '@/lib/core/corpus-import/corpus-source-names';
import { bytesOf } from '@/lib/core/corpus-import/read-back.fixture';
import { hypothesis } from '@/lib/core/export/hypothesis/hypothesis';
import { jsonl } from '@/lib/core/export/jsonl/jsonl';
import { jsonld } from '@/lib/core/export/jsonld/jsonld';
import { corpusHead, writtenFiles } from '@/lib/core/export/written-files.fixture';
import { db } from '@/lib/server/data/database';
import { type ReadCorpus, readAll } from '@/lib/server/data/export/export-group.fixture';
import { createGroup } from '@/lib/server/data/groups';
import { person } from '@/lib/server/data/person.fixture';
import { type Viewer, visitor } from '@/lib/server/data/viewer';
import { importCorpus } from './import-corpus';

const formats = { jsonl, jsonld, hypothesis };
type Format = keyof typeof formats;

let owner: Viewer;
/** A group of this site, so that its ids are taken. */
let first: string;
let corpus: ReadCorpus;

async function emptyGroup(): Promise<string> {
  const id = v7();
  await createGroup(owner, { id, name: `Twice ${id}`, description: '', visibility: 'public' });
  return id;
}

const fileOf = (format: Format, { records, head }: ReadCorpus) =>
  [...writtenFiles(formats[format], records, head).values()][0] ?? '';
const bring = (group: string, format: CorpusSourceName, content: string, dryRun = false) =>
  importCorpus(owner, group, { format, content: async () => bytesOf(content), dryRun });

/** How many of each a group has. */
async function countsOf(group: string) {
  const annotation = { groupId: group };
  return {
    texts: await db().readingListEntry.count({ where: { groupId: group } }),
    annotations: await db().annotation.count({ where: annotation }),
    replies: await db().reply.count({ where: { annotation } }),
    reactions: await db().reaction.count({ where: { annotation } }),
    tags: await db().tag.count({ where: { groupId: group } }),
    people: await db().externalPerson.count({ where: { groupId: group } }),
    cards: await db().card.count({ where: { groupId: group } }),
    occurrences: await db().occurrence.count({ where: { card: { groupId: group } } }),
    relations: await db().relation.count({ where: { from: { groupId: group } } }),
    positions: await db().position.count({ where: { card: { groupId: group } } }),
    decisions: await db().adjudication.count({ where: { groupId: group } }),
  };
}

const isNothing = (created: object) => Object.values(created).every((n) => n === 0);

beforeAll(async () => {
  owner = await person('Olga');
  first = await emptyGroup();
  await bring(first, 'jsonl', fileOf('jsonl', { records: [...corpusRecords], head: corpusHead }));
  corpus = await readAll(visitor, first);
});

/** What Hypothesis needs there before. */
const textsAlone = ({ records, head }: ReadCorpus): ReadCorpus => ({
  head,
  records: records.filter(({ kind }) => kind === 'document'),
});

describe('a corpus that comes once more in another format', () => {
  test.each<Format>(['jsonld', 'hypothesis'])('brings nothing: as jsonl, then as %s', async (other) => {
    const group = await emptyGroup();
    await bring(group, 'jsonl', fileOf('jsonl', corpus));
    const before = await countsOf(group);
    expect(before).toMatchObject({ annotations: 8, replies: 4 });
    const file = fileOf(other, corpus);
    for (const dryRun of [true, false]) {
      const { created, matched } = await bring(group, other, file, dryRun);
      expect(created).toEqual(Object.fromEntries(Object.keys(created).map((key) => [key, 0])));
      // One reply has no words, and Hypothesis no place for it.
      expect(matched).toMatchObject({ annotations: 8, replies: other === 'hypothesis' ? 3 : 4 });
    }
    expect(await countsOf(group)).toEqual(before);
  });

  test('brings what the others could not tell, and nothing twice: as hypothesis, then jsonld, then jsonl', async () => {
    const [group, fresh] = [await emptyGroup(), await emptyGroup()];
    await bring(group, 'jsonl', fileOf('jsonl', textsAlone(corpus)));
    for (const format of ['hypothesis', 'jsonld', 'jsonl'] as const)
      await bring(group, format, fileOf(format, corpus));
    await bring(fresh, 'jsonl', fileOf('jsonl', corpus));
    const [twice, once] = [await countsOf(group), await countsOf(fresh)];
    // Reactions come with what they are to, which was there by then.
    expect(twice).toEqual({ ...once, reactions: 0 });
  });
});

test('passages that come to a card which is there are told as new, and then as there', async () => {
  const group = await emptyGroup();
  const withoutPassages = corpus.records.map((one) => {
    if (one.kind === 'card') return { ...one, occurrences: [] };
    return one.kind === 'annotation' ? { ...one, cards: [] } : one;
  });
  await bring(group, 'jsonl', fileOf('jsonl', { ...corpus, records: withoutPassages }));
  const told = async (dryRun: boolean) => {
    const { created, matched } = await bring(group, 'jsonl', fileOf('jsonl', corpus), dryRun);
    return [created.cards, matched.cards, created.occurrences, matched.occurrences];
  };
  expect(await told(true)).toEqual([0, 3, 4, 0]);
  expect(await told(false)).toEqual([0, 3, 4, 0]);
  expect(await told(true)).toEqual([0, 3, 0, 4]);
});

test.each<Format>(['jsonl', 'jsonld', 'hypothesis'])(
  'a group’s own export finds everything there: %s',
  async (format) => {
    const before = await countsOf(first);
    const { created, matched, orphaned } = await bring(first, format, fileOf(format, corpus));
    expect(isNothing(created)).toBe(true);
    expect(matched).toMatchObject({ annotations: 8 });
    expect(orphaned.total).toBe(0);
    expect(await countsOf(first)).toEqual(before);
  },
);

describe('a note that another tool calls by another id', () => {
  const row = (id: string, rest: object = {}) => ({
    id,
    created: '2026-03-01T09:00:00+00:00',
    user: 'acct:ann@hypothes.is',
    tags: ['den'],
    uri: 'https://example.org/bet?a=1&b=2',
    text: 'Really?',
    user_info: { display_name: 'Ann' },
    links: { html: 'https://hypothes.is/a/a' },
    target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'we will lose control' }] }],
    ...rest,
  });
  const reply = (id: string, root: string, text: string) =>
    row(id, { references: [root], target: [], text, created: '2026-03-02T09:00:00+00:00', tags: [] });
  const hypothesisFile = (rows: object[]) => JSON.stringify({ rows });

  let group: string;
  beforeAll(async () => {
    group = await emptyGroup();
    await bring(group, 'jsonl', fileOf('jsonl', textsAlone(corpus)));
    await bring(group, 'hypothesis', hypothesisFile([row('a'), reply('b', 'a', 'Yes.')]));
  });

  test('is the same where author, time, passage and words are, with what answers it', async () => {
    const again = [row('x', { tags: ['other'] }), reply('y', 'x', 'Yes.'), reply('z', 'x', 'No.')];
    const { created, matched } = await bring(group, 'hypothesis', hypothesisFile(again));
    expect(created).toMatchObject({ annotations: 0, replies: 1, tags: 0, people: 0 });
    expect(matched).toMatchObject({ annotations: 1, replies: 1 });
  });

  test('is each a reply of its own where one author says the same twice in the same millisecond', async () => {
    const twins = (ids: string[]) =>
      hypothesisFile([row('a'), ...ids.map((id) => reply(id, 'a', 'Twice, word by word.'))]);
    const bringing = async (ids: string[]) => {
      const { created, matched } = await bring(group, 'hypothesis', twins(ids));
      return [created.replies, matched.replies];
    };
    expect(await bringing(['p', 'q'])).toEqual([2, 0]);
    expect(await bringing(['r', 's'])).toEqual([0, 2]);
    expect(await bringing(['t', 'u', 'v'])).toEqual([1, 2]);
  });

  test('is the same in another group, which has it from there under a pseudonym', async () => {
    const other = await emptyGroup();
    await bring(other, 'jsonl', fileOf('jsonl', await readAll(owner, group)));
    const { created, matched } = await bring(other, 'hypothesis', hypothesisFile([row('a')]));
    expect([created.annotations, matched.annotations]).toEqual([0, 1]);
  });

  test('is another by another author, at another time, in other words or on another passage, or twice in one file', async () => {
    const quote = { type: 'TextQuoteSelector', exact: 'lose control' };
    const rows = [
      row('a'),
      row('c', { user: 'acct:bo@hypothes.is', user_info: { display_name: 'Bo' }, links: {} }),
      row('d', { created: '2026-03-01T09:00:00.001+00:00' }),
      row('e', { text: 'Truly?' }),
      row('f', { target: [{ selector: [quote] }] }),
      row('g'),
    ];
    const report = await bring(group, 'hypothesis', hypothesisFile(rows), true);
    expect(report).toMatchObject({ created: { annotations: 5 }, matched: { annotations: 1 } });
  });

  test('is said to look the same where only the time is another, as long as everybody sees what is there', async () => {
    const later = { created: '2026-03-05T09:00:00+00:00' };
    const rows = [
      row('h', later),
      row('i', { ...later, text: 'Truly?' }),
      row('j', { ...later, user: 'acct:bo@hypothes.is', user_info: { display_name: 'Bo' }, links: {} }),
      row('k', { ...later, user: 'acct:ann@example.org' }),
    ];
    const dryRun = () => bring(group, 'hypothesis', hypothesisFile(rows), true);
    expect(await dryRun()).toMatchObject({ created: { annotations: 4 }, alike: 2 });
    await db().annotation.updateMany({ where: { groupId: group }, data: { held: 'hidden' } });
    expect(await dryRun()).toMatchObject({ created: { annotations: 4 }, alike: 0 });
    await db().annotation.updateMany({ where: { groupId: group }, data: { held: null } });
  });

  test('stays deleted', async () => {
    const data = { deletedAt: new Date(), commentMarkdown: null };
    await db().annotation.updateMany({ where: { groupId: group }, data });
    const { created } = await bring(group, 'hypothesis', hypothesisFile([row('x')]), true);
    expect(created.annotations).toBe(0);
  });
});
