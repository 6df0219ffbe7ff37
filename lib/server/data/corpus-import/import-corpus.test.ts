import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { CorpusRecord } from '@/lib/core/corpus/corpus';
import { bytesOf } from '@/lib/core/corpus-import/read-back.fixture';
import { commentToMarkdown, markdownToComment } from '@/lib/core/essay/comment-markdown';
import { jsonl } from '@/lib/core/export/jsonl/jsonl';
import { db } from '@/lib/server/data/database';
import { removeEssay } from '@/lib/server/data/essays';
import { ofKind, readAll } from '@/lib/server/data/export/export-group.fixture';
import { person } from '@/lib/server/data/person.fixture';
import { visitor } from '@/lib/server/data/viewer';
import { bring, corpusRecords, emptyGroup, owner, renamed, steady, written } from './copied-corpus.fixture';
import { importCorpus } from './import-corpus';

const normal = (markdown: string | null | undefined) =>
  markdown && commentToMarkdown(markdownToComment(markdown));

describe('a corpus that is exported and imported again', () => {
  const file = written(jsonl, corpusRecords);

  test('is the same in the other group, but for ids and who is who', async () => {
    const [first, second] = [await emptyGroup(), await emptyGroup()];
    await bring(first, file);
    const one = await readAll(visitor, first);
    const report = await bring(second, written(jsonl, one.records, one.head));
    const two = await readAll(visitor, second);
    expect(renamed(steady(two.records))).toEqual(renamed(steady(one.records)));
    expect(two.head.tags).toEqual(one.head.tags);
    expect(two.head.counts).toEqual(one.head.counts);
    expect(report).toMatchObject({ bad: { total: 0 }, orphaned: { total: 0 } });
    expect(one.head.counts).toMatchObject({
      documents: 1,
      annotations: 8,
      replies: 4,
      cards: 3,
      relations: 4,
      positions: 2,
      checks: 1,
      adjudications: 2,
      adjudicated: 1,
    });
  });

  test('keeps passages in every script where they stood, threads, times and reactions', async () => {
    const group = await emptyGroup();
    await bring(group, file);
    const read = ofKind(await readAll(visitor, group), 'annotation');
    const told = (record: (typeof read)[number]) => ({
      quote: record.quote,
      bounds: [record.start, record.startPoint],
      anchor: record.anchor,
      tags: record.tags,
      comment: normal(record.comment),
      times: [record.created, record.modified],
      resolved: record.resolved?.at,
      cards: record.cards.map(({ number, role }) => [number, role]),
      reactions: record.reactions.map(({ kind }) => kind),
      replies: record.replies.map(({ words, created }) => [normal(words?.comment), words?.modified, created]),
    });
    const given = corpusRecords.filter((one) => one.kind === 'annotation').slice(0, 8);
    const byQuote = (a: { quote: string }, b: { quote: string }) => (a.quote < b.quote ? -1 : 1);
    expect(read.map(told).sort(byQuote)).toEqual(given.map(told).sort(byQuote));
  });

  test('comes once, however often it is imported', async () => {
    const group = await emptyGroup();
    const first = await bring(group, file);
    const before = await readAll(visitor, group);
    const again = await bring(group, file);
    expect(again.created).toEqual(Object.fromEntries(Object.keys(first.created).map((key) => [key, 0])));
    expect(again.matched).toMatchObject({ annotations: 8, cards: 3, texts: 1, replies: 4 });
    expect((await readAll(visitor, group)).records).toEqual(before.records);
  });

  test('comes back into its own group as what is there, and changes nothing', async () => {
    const group = await emptyGroup();
    await bring(group, file);
    const before = await readAll(visitor, group);
    const report = await bring(group, written(jsonl, before.records, before.head));
    expect(Object.values(report.created).every((n) => n === 0)).toBe(true);
    expect(report).toMatchObject({ matched: { checks: 1, decisions: 2, annotations: 8 }, bad: { total: 0 } });
    expect((await readAll(visitor, group)).records).toEqual(before.records);
    expect(await db().externalPerson.count({ where: { groupId: group } })).toBe(2);
  });

  test('does not bring back what somebody of its own group looked for and took back, unless its text is gone, too', async () => {
    const group = await emptyGroup();
    await bring(group, file);
    const { records, head } = await readAll(visitor, group);
    await db().sectionCheck.deleteMany({ where: { groupId: group } });
    const report = await bring(group, written(jsonl, records, head));
    expect(report.bad.rows).toMatchObject([{ reason: 'It is the group’s own, and was taken back.' }]);
    expect(await db().sectionCheck.count({ where: { groupId: group } })).toBe(0);
    const { slug } = await db().readingListEntry.findFirstOrThrow({ where: { groupId: group } });
    await removeEssay(owner, { group, essay: slug });
    const restored = await bring(group, written(jsonl, records, head));
    expect(restored).toMatchObject({ created: { texts: 1, checks: 1 }, bad: { total: 0 } });
  });

  test('is only looked at by a dry run, which tells the same', async () => {
    const group = await emptyGroup();
    const dry = await bring(group, file, { dryRun: true });
    expect(await db().readingListEntry.count({ where: { groupId: group } })).toBe(0);
    expect(await db().externalPerson.count({ where: { groupId: group } })).toBe(0);
    const { created, orphaned, bad } = await bring(group, file);
    expect(dry).toMatchObject({ dryRun: true, created, orphaned, bad });
    expect(dry.orphaned).toMatchObject({
      total: 1,
      rows: [{ row: 3, text: '=The Jar', quote: 'thanks 🫙 all' }],
    });
  });

  test('finds the text that its file may not hold, where the group has it', async () => {
    const [group, full] = [await emptyGroup(), await emptyGroup()];
    await bring(full, file);
    await bring(
      group,
      written(
        jsonl,
        corpusRecords.filter((one) => one.kind === 'document' && one.text !== null),
      ),
    );
    const { records, head } = await readAll(visitor, full);
    const withheld = records.map((one) =>
      one.kind === 'document' ? { ...one, text: null, structure: null } : one,
    );
    const report = await bring(group, written(jsonl, withheld, head));
    expect(report).toMatchObject({
      created: { annotations: 8, texts: 0 },
      matched: { texts: 1 },
      orphaned: { total: 0 },
    });
  });
});

test('members who do not moderate import nothing', async () => {
  const group = await emptyGroup();
  const member = await person('Mel');
  await db().membership.create({ data: { groupId: group, userId: member.user.id, role: 'member' } });
  await expect(
    importCorpus(member, group, { format: 'jsonl', content: async () => bytesOf(''), dryRun: true }),
  ).rejects.toMatchObject({ status: 403 });
});

test('a file that contradicts itself or the group leaves out what cannot be, and brings the rest', async () => {
  const group = await emptyGroup();
  const cards = corpusRecords.map((one): CorpusRecord => {
    if (one.kind !== 'card') return one;
    const [relation, ...others] = one.relations;
    const twice = one.positions.map((position) => ({ ...position, superseded: null }));
    const odd = relation
      ? [{ ...relation, to: one.id, toRelation: null, type: 'supports' as const }, ...others]
      : [];
    return { ...one, relations: odd, positions: twice };
  });
  const { bad } = await bring(group, written(jsonl, cards));
  expect(bad.rows.map(({ what }) => what.split(' ')[0])).toContain('relation');
  expect(await db().card.count({ where: { groupId: group } })).toBe(4);
  expect(await db().position.count({ where: { card: { groupId: group }, supersededAt: null } })).toBe(2);
  // Another arrow stands where that of the file would, which another of the file undercuts.
  const copy = await emptyGroup();
  await bring(copy, written(jsonl, corpusRecords));
  await db().relation.deleteMany({ where: { from: { groupId: copy }, type: 'undercuts' } });
  const arrow = await db().relation.findFirstOrThrow({ where: { from: { groupId: copy }, type: 'attacks' } });
  await db().relation.update({ where: { id: arrow.id }, data: { id: v7() } });
  await bring(copy, written(jsonl, corpusRecords));
  expect(await db().relation.count({ where: { from: { groupId: copy } } })).toBe(3);
});

test('what undercuts another undercut comes with it, however deep', async () => {
  const group = await emptyGroup();
  const ids = [v7(), v7(), v7()];
  const cards = corpusRecords.map((one): CorpusRecord => {
    const undercut = one.kind === 'card' && one.relations.find(({ type }) => type === 'undercuts');
    if (one.kind !== 'card' || !undercut) return one;
    const deeper = ids.map((id, i) => ({ ...undercut, id, toRelation: ids[i - 1] ?? undercut.id }));
    return { ...one, relations: [...deeper.reverse(), ...one.relations] };
  });
  const { created, bad } = await bring(group, written(jsonl, cards));
  expect(created.relations).toBe(7);
  expect(bad.rows.filter(({ what }) => what.startsWith('relation'))).toEqual([]);
  expect(await db().relation.count({ where: { from: { groupId: group } } })).toBe(7);
});
