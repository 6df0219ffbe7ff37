import { describe, expect, test } from 'vitest';
import { db } from '@/lib/server/data/database';
import { removeMember } from '@/lib/server/data/members';
import { person } from '@/lib/server/data/person.fixture';
import { essayText } from '@/lib/server/data/reading-group.fixture';
import { visitor } from '@/lib/server/data/viewer';
import { exportGroup, ofKind, readAll } from './export-group.fixture';

const { group, essay, owner, ann, bo, annotate, answer, consent, join } = await exportGroup();
const fox = await annotate(ann, 'fox 🦊 jumps', {
  tags: ['crux', 'claim'],
  comment: { markdown: 'A *fox*.' },
});
const dog = await annotate(bo, 'lazy dog', { tags: ['claim'], comment: { markdown: 'Poor dog.' } });
const quick = await annotate(bo, 'quick');
const secret = await annotate(ann, 'brown', { visibility: 'private', comment: { markdown: 'For me.' } });
const first = await answer(bo, fox, 'Is it?');
const second = await answer(ann, fox, 'It is.', first);
await db().reaction.create({ data: { userId: bo.user.id, kind: 'agree', annotationId: fox } });

const idsOf = async (viewer = owner, choice: Record<string, string> = {}) =>
  ofKind(await readAll(viewer, group, choice), 'annotation').map(({ id }) => id);

describe('a corpus', () => {
  test('is read in order: documents, and their annotations by place', async () => {
    const read = await readAll(owner, group);
    expect(read.records.map(({ kind }) => kind)).toEqual([
      'document',
      'annotation',
      'annotation',
      'annotation',
    ]);
    expect(await idsOf()).toEqual([quick, fox, dog]);
    expect(ofKind(read, 'document')).toMatchObject([
      { essay, slug: 'the-fox', text: essayText, annotations: 3 },
    ]);
  });

  test('has every passage in both units, with its words', async () => {
    for (const { start, end, startPoint, endPoint, quote } of ofKind(
      await readAll(owner, group),
      'annotation',
    )) {
      expect(essayText.slice(start, end)).toBe(quote);
      expect([...essayText].slice(startPoint, endPoint).join('')).toBe(quote);
    }
  });

  test('has tags in the order of the vocabulary, threads, and reactions', async () => {
    const [, read] = ofKind(await readAll(owner, group), 'annotation');
    expect(read).toMatchObject({
      id: fox,
      tags: ['claim', 'crux'],
      comment: 'A *fox*.',
      visibility: 'group',
      held: null,
      replies: [
        { id: first, parent: null, words: { comment: 'Is it?' } },
        { id: second, parent: first, words: { comment: 'It is.' } },
      ],
      reactions: [{ kind: 'agree' }],
      anchor: { state: 'anchored', method: 'exact', confidence: 1 },
    });
    const row = await db().annotation.findUniqueOrThrow({ where: { id: fox } });
    expect(read?.created).toBe(row.createdAt.toISOString());
  });

  test('says beforehand how much comes', async () => {
    const { head } = await readAll(owner, group);
    expect(head.counts).toMatchObject({ documents: 1, annotations: 3, replies: 2, cards: 0, checks: 0 });
    expect(head.tags.map(({ slug }) => slug)).toEqual(['claim', 'crux', 'failure-mode']);
  });

  test('is the same when it is read again', async () => {
    expect(await readAll(owner, group)).toEqual(await readAll(owner, group));
  });
});

describe('rights', () => {
  test('what is private comes for its author alone, when they ask for it', async () => {
    expect(await idsOf(ann, { visibility: 'all' })).toContain(secret);
    expect(await idsOf(ann)).not.toContain(secret);
    expect(await idsOf(owner, { visibility: 'all' })).not.toContain(secret);
    expect(await idsOf(ann, { visibility: 'private' })).toEqual([secret]);
  });

  test('what is held comes for moderators alone, when they ask for it', async () => {
    await db().annotation.update({ where: { id: quick }, data: { held: 'hidden' } });
    expect(await idsOf(owner)).not.toContain(quick);
    const parts = 'texts,annotations,moderation';
    expect(await idsOf(owner, { parts })).toContain(quick);
    expect(await idsOf(ann, { parts })).not.toContain(quick);
    await db().annotation.update({ where: { id: quick }, data: { held: null } });
  });

  test('a private group is not found by others, and a public one is read by all, but not as "mine"', async () => {
    await expect(readAll(visitor, group)).rejects.toMatchObject({ status: 404 });
    await expect(readAll(await person('Eve'), group)).rejects.toMatchObject({ status: 404 });
    const open = await exportGroup('public');
    await open.annotate(open.ann, 'quick');
    expect((await readAll(visitor, open.group)).head.counts.annotations).toBe(1);
    await expect(readAll(visitor, open.group, { scope: 'mine' })).rejects.toMatchObject({ status: 401 });
  });

  test('a deleted reply stays without its words while others answer it, and else does not come', async () => {
    const later = { deletedAt: new Date(), deletedById: bo.user.id };
    await db().reply.update({ where: { id: first }, data: later });
    const read = await readAll(owner, group);
    expect(read.head.counts.replies).toBe(2);
    const found = ofKind(read, 'annotation').find(({ id }) => id === fox);
    expect(found?.replies).toMatchObject([
      { id: first, words: null },
      { id: second, parent: first },
    ]);
    await db().reply.update({ where: { id: second }, data: later });
    expect((await readAll(owner, group)).head.counts.replies).toBe(0);
    await db().reply.updateMany({
      where: { annotationId: fox },
      data: { deletedAt: null, deletedById: null },
    });
  });

  test('a text without an open licence stays at home, until its adder lets members take it along', async () => {
    await db().essay.update({ where: { id: essay }, data: { licence: 'All rights reserved' } });
    const document = async () => ofKind(await readAll(owner, group), 'document')[0];
    expect(await document()).toMatchObject({ text: null, annotations: 3 });
    await db().readingListEntry.updateMany({ where: { essayId: essay }, data: { shareText: true } });
    expect((await document())?.text).toBe(essayText);
    await db().essay.update({ where: { id: essay }, data: { licence: 'CC BY 4.0' } });
    expect(ofKind(await readAll(owner, group, { parts: 'annotations' }), 'document')[0]?.text).toBeNull();
  });
});

describe('a choice', () => {
  test.each([
    ['of an essay', () => ({ essay: 'the-fox' }), () => [quick, fox, dog]],
    ['of tags', () => ({ tags: 'crux,failure-mode' }), () => [fox]],
    ['of people', () => ({ people: bo.user.id }), () => [quick, dog]],
    ['of words in comments', () => ({ q: 'POOR' }), () => [dog]],
    ['of words in passages', () => ({ q: 'jumps' }), () => [fox]],
    ['of words that look like a pattern', () => ({ q: '%' }), () => []],
    ['of days to come', () => ({ from: '2100-01-01' }), () => []],
    ['of days past', () => ({ to: '2020-01-01' }), () => []],
    ['of what stood long ago', () => ({ asOf: '2020-01-01' }), () => []],
    ['of open threads', () => ({ status: 'open' }), () => [quick, fox, dog]],
    ['of resolved threads', () => ({ status: 'resolved' }), () => []],
    ['of other things', () => ({ parts: 'texts,cards' }), () => []],
  ])('%s', async (_, choice, expected) => {
    const read = await readAll(owner, group, choice());
    expect(ofKind(read, 'annotation').map(({ id }) => id)).toEqual(expected());
    expect(read.head.counts.annotations).toBe(expected().length);
  });

  test('of what is mine: one’s own marks with their threads, under one’s own name', async () => {
    const read = await readAll(bo, group, { scope: 'mine' });
    expect(ofKind(read, 'annotation').map(({ id, person }) => [id, person.name])).toEqual([
      [quick, 'Bo'],
      [dog, 'Bo'],
    ]);
    expect(ofKind(read, 'annotation')[0]?.person.id).toBe(bo.user.id);
  });

  test('of an essay that the group does not have is not found', async () => {
    await expect(readAll(owner, group, { essay: 'none' })).rejects.toMatchObject({ status: 404 });
  });
});

describe('people', () => {
  const names = async (choice: Record<string, string> = {}) =>
    ofKind(await readAll(owner, group, choice), 'annotation').map(({ person }) => person);

  test('are pseudonyms, the same for the same word and others for another', async () => {
    const [one, two] = [await names(), await names()];
    expect(two).toEqual(one);
    expect(one[0]).toMatchObject({ pseudonymous: true, name: expect.stringMatching(/^reader-[a-z2-9]{8}$/) });
    expect(one.map(({ id }) => id)).not.toContain(bo.user.id);
    const other = await names({ salt: 'another' });
    expect(other[0]?.id).not.toBe(one[0]?.id);
    expect(other[0]?.id).toBe(other[2]?.id);
  });

  test('go by name only when they agreed and names are asked for', async () => {
    expect((await names({ named: 'true' })).every(({ pseudonymous }) => pseudonymous)).toBe(true);
    await consent(ann, 'named');
    expect((await names({ named: 'true' })).map(({ name }) => name)).toContain('Ann Lee');
    expect(JSON.stringify(await readAll(owner, group))).not.toContain('Ann Lee');
  });

  test('who are mentioned are named where they go by name, and nobody whose pseudonym it would give away', async () => {
    const said = await annotate(bo, 'sleeps', {
      comment: { markdown: `[@Ann Lee](mention:${ann.user.id})` },
    });
    const comment = async (choice: Record<string, string>) =>
      ofKind(await readAll(owner, group, choice), 'annotation').find(({ id }) => id === said)?.comment;
    expect(await comment({ named: 'true' })).toBe(`[@Ann Lee](mention:${ann.user.id})`);
    expect(await comment({})).toBe('@somebody');
    await db().annotation.delete({ where: { id: said } });
  });

  test('who are left out leave no word and no id, in what others wrote either, also after they left', async () => {
    const lea = await join('Lea', 'member');
    const hers = await annotate(lea, 'Over', { comment: { markdown: 'Leave me.' } });
    await answer(bo, hers, 'About Lea.');
    const reply = await answer(lea, dog, 'Leave this too.');
    await answer(bo, dog, 'An answer to her.', reply);
    await db().reaction.create({ data: { userId: lea.user.id, kind: 'agree', annotationId: dog } });
    expect((await readAll(owner, group)).head.counts).toMatchObject({ annotations: 4, replies: 5 });
    await consent(lea, 'left-out');
    await removeMember(owner, group, lea.user.id);
    const read = await readAll(owner, group, { named: 'true' });
    expect(read.head.counts).toMatchObject({ annotations: 3, replies: 4 });
    const found = ofKind(read, 'annotation').find(({ id }) => id === dog);
    expect(found?.replies).toMatchObject([
      { id: reply, words: null },
      { words: { comment: 'An answer to her.' } },
    ]);
    expect(found?.reactions).toEqual([]);
    expect(JSON.stringify(read)).not.toMatch(new RegExp(`Leave|About Lea|${hers}|${lea.user.id}`));
  });

  test('who are left out still take along where they looked themselves', async () => {
    const version = await db().essayVersion.findFirstOrThrow({ where: { essayId: essay } });
    const tag = await db().tag.findFirstOrThrow({ where: { groupId: group } });
    const check = { groupId: group, essayVersionId: version.id, tagId: tag.id, userId: bo.user.id };
    await db().sectionCheck.create({ data: { ...check, block: 0, start: 0, end: 9 } });
    await consent(bo, 'left-out');
    const checks = async (scope: string) => (await readAll(bo, group, { scope })).head.counts.checks;
    expect([await checks('mine'), await checks('group')]).toEqual([1, 0]);
    await db().exportConsent.deleteMany({ where: { groupId: group, userId: bo.user.id } });
    await db().sectionCheck.deleteMany({ where: check });
  });

  test('whom a choice names are not told apart by it', async () => {
    const { head } = await readAll(owner, group, { people: bo.user.id, salt: 'my word' });
    expect(JSON.stringify(head)).not.toMatch(new RegExp(`${bo.user.id}|my word`));
  });
});
