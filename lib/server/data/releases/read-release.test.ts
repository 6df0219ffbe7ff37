import { describe, expect, test } from 'vitest';
import { bytesOf } from '@/lib/core/corpus-import/read-back.fixture';
import { jsonl } from '@/lib/core/export/jsonl/jsonl';
import { writtenFiles } from '@/lib/core/export/written-files.fixture';
import { deleteAccount } from '@/lib/server/data/account-deletion';
import { takePosition } from '@/lib/server/data/cards/positions';
import { deleteAnnotation, editAnnotation } from '@/lib/server/data/change-annotation';
import { importCorpus } from '@/lib/server/data/corpus-import/import-corpus';
import { db } from '@/lib/server/data/database';
import { removeEssay } from '@/lib/server/data/essays';
import { setConsent } from '@/lib/server/data/export/consent';
import { readAll } from '@/lib/server/data/export/export-group.fixture';
import type { Viewer } from '@/lib/server/data/viewer';
import { releasingGroup } from './releasing-group.fixture';

test('names and consent are those of the time when it is taken', async () => {
  const { group, ann, ben, annotation, reply, freeze, read } = await releasingGroup();
  const [one] = [await annotation('By Ann.'), await annotation('By Ben.', ben)];
  await reply('Ben to Ann.', one, ben);
  const release = await freeze();
  await setConsent(ann, group, 'named');
  await setConsent(ben, group, 'left-out');
  const { head, leftOut, all } = await read(ann, release, true);
  expect(JSON.stringify(all)).toContain('"name":"Ann"');
  expect(JSON.stringify(all)).not.toMatch(/By Ben|Ben to Ann/);
  expect([head.counts.annotations, head.counts.replies, leftOut.byConsent.annotations]).toEqual([1, 0, 1]);
  await setConsent(ben, group, 'pseudonym');
  expect(JSON.stringify((await read(ann, release)).all)).toContain('By Ben.');
});

test('what somebody proposed comes as long as they let it, until the group has accepted it', async () => {
  const { group, ann, ben, card, freeze, read } = await releasingGroup();
  await card('Ben alone says so.', ben);
  const { id } = await card('Ben said so.', ben);
  await db().card.update({ where: { id }, data: { status: 'canonical' } });
  const release = await freeze();
  expect((await read(ann, release)).head.counts.cards).toBe(2);
  await setConsent(ben, group, 'left-out');
  const { head, leftOut, all } = await read(ann, release);
  expect(JSON.stringify(all)).not.toContain('Ben alone says so.');
  expect(JSON.stringify(all)).toContain('Ben said so.');
  expect([head.counts.cards, leftOut.byConsent.cards]).toEqual([1, 1]);
  expect(leftOut.byConsent.annotations).toBe(0);
});

test('who was left out when it was frozen is not in it, whatever they say later', async () => {
  const { group, ann, ben, annotation, freeze, read } = await releasingGroup();
  await setConsent(ben, group, 'left-out');
  await annotation('By Ben.', ben);
  const release = await freeze();
  await setConsent(ben, group, 'named');
  expect((await read(ann, release, true)).head.counts.annotations).toBe(0);
});

test('what moderators took down since does not come, even where its author wrote other words', async () => {
  const { ann, annotation, reply, card, decide, freeze, read } = await releasingGroup();
  const [hidden, mended, removed, fine] = [
    await annotation('Hidden'),
    await annotation('Rude'),
    await annotation('Removed'),
    await annotation('Fine'),
  ];
  const [answer, statement] = [await reply('Spiteful', fine), await card('Slander.')];
  const release = await freeze();
  await decide('hide', hidden, mended, answer, statement);
  await decide('remove', removed);
  await editAnnotation(ann, mended.id, { change: { comment: { markdown: 'Kind' } }, ifMatch: null });
  await decide('approve', mended);
  const { head, leftOut, all } = await read(ann, release);
  expect(JSON.stringify(all)).not.toMatch(/Hidden|Rude|Removed|Spiteful|Slander/);
  expect([head.counts.annotations, head.counts.replies, head.counts.cards]).toEqual([1, 0, 0]);
  expect(leftOut.takenBack).toMatchObject({ annotations: 3, replies: 1, cards: 1 });
});

test('what moderators let through again comes again', async () => {
  const { ann, annotation, decide, freeze, read } = await releasingGroup();
  const one = await annotation('Doubtful');
  const release = await freeze();
  await decide('hide', one);
  await decide('approve', one);
  expect((await read(ann, release)).head.counts.annotations).toBe(1);
});

describe('what others ceased to see does not come back when it is deleted for good', () => {
  const comments = async (
    read: Awaited<ReturnType<typeof releasingGroup>>['read'],
    viewer: Viewer,
    release: string,
  ) =>
    (await read(viewer, release)).all
      .flatMap((record) => (record.kind === 'annotation' ? [record, ...record.replies] : []))
      .map((one) => ('comment' in one ? one.comment : one.words?.comment));

  test('as its essay is taken off the list, where the rest stays for ever', async () => {
    const { group, essay, join, ann, ben, annotation, reply, freeze, read } = await releasingGroup();
    const [privy, shown, dropped, waiting] = [
      await annotation('Privy'),
      await annotation('Shown'),
      await annotation('Dropped'),
      await annotation('Waiting'),
    ];
    const answer = await reply('Answer', shown!);
    const rude = await reply('Rude', shown!);
    const release = await freeze();
    await editAnnotation(ann, privy!.id, { change: { visibility: 'private' }, ifMatch: null });
    await deleteAnnotation(ann, dropped!.id);
    await db().annotation.update({ where: { id: waiting!.id }, data: { held: 'pending' } });
    await db().reply.update({ where: { id: rude.id }, data: { held: 'hidden' } });
    const before = await comments(read, ben, release);
    expect(before).toEqual(['Shown', 'Answer', 'Dropped']);
    await removeEssay(await join('Ola', 'owner'), { group, essay });
    expect(await db().annotation.count({ where: { id: { in: [shown!.id, answer.id] } } })).toBe(0);
    expect(await comments(read, ben, release)).toEqual(before);
  });

  test('and what another group keeps out under the same id stays', async () => {
    const [{ ann, annotation, reply, freeze, read }, other] = [
      await releasingGroup(),
      await releasingGroup(),
    ];
    const shown = await annotation('Shown');
    const answer = await reply('Answer', shown);
    const release = await freeze();
    const kept = [shown, answer].map(({ id }) => ({ id, groupId: other.group }));
    await db().keptOut.createMany({ data: kept });
    expect(await comments(read, ann, release)).toEqual(['Shown', 'Answer']);
  });

  test('as its essay is taken off the list and imported anew: then it comes in later releases alone', async () => {
    const { group, essay, join, mod, ann, annotation, reply, decide, freeze, read } = await releasingGroup();
    await db().essayVersion.updateMany({ where: { essayId: essay }, data: { sha256: '0'.repeat(64) } });
    const doubtful = await annotation('Doubtful');
    await reply('Answer', doubtful);
    const { head, records } = await readAll(mod, group);
    const [content = ''] = writtenFiles(jsonl, records, head).values();
    const release = await freeze();
    await decide('hide', doubtful);
    await removeEssay(await join('Ola', 'owner'), { group, essay });
    await importCorpus(mod, group, { format: 'jsonl', dryRun: false, content: async () => bytesOf(content) });
    expect(await db().annotation.count({ where: { id: doubtful.id, groupId: group } })).toBe(1);
    expect(await comments(read, ann, await freeze())).toEqual(['Doubtful', 'Answer']);
    expect(await comments(read, ann, release)).toEqual([]);
  });

  test('as its author deletes their account, and what is the group’s stays', async () => {
    const { group, essay, join, ann, ben, annotation, freeze, read } = await releasingGroup();
    const privy = await annotation('Privy');
    await annotation('Shown');
    const release = await freeze();
    await editAnnotation(ann, privy.id, { change: { visibility: 'private' }, ifMatch: null });
    await deleteAccount(ann);
    expect(await db().annotation.count({ where: { id: privy.id } })).toBe(0);
    expect(await comments(read, ben, release)).toEqual(['Shown']);
    await removeEssay(await join('Ola', 'owner'), { group, essay });
    expect(await comments(read, ben, release)).toEqual(['Shown']);
  });
});

test('answers on a card come for those who have answered themselves', async () => {
  const { group, ann, ben, reader, card, freeze, read } = await releasingGroup();
  const { id } = await card('It rains.');
  const taken = { reason: 'Clouds', wouldChangeMind: '' };
  await takePosition(ann, { group, card: id }, { ...taken, credence: 80 });
  const release = await freeze();
  const counted = async (viewer: Viewer) => (await read(viewer, release)).head.counts.positions;
  expect([await counted(ann), await counted(ben), await counted(reader)]).toEqual([1, 0, 1]);
  await takePosition(ben, { group, card: id }, { ...taken, credence: 20 });
  expect(await counted(ben)).toBe(1);
});

test('a text whose licence was taken back is left out, also when it has left the list', async () => {
  const { ann, group, essay, join, annotation, freeze, read } = await releasingGroup();
  await annotation('A fox.');
  const release = await freeze();
  await db().essay.update({ where: { id: essay }, data: { licence: 'All rights reserved' } });
  const text = async () => (await read(ann, release)).all.find(({ kind }) => kind === 'document');
  expect(await text()).toMatchObject({ text: null });
  await removeEssay(await join('Ola', 'owner'), { group, essay });
  expect(await text()).toMatchObject({ text: null });
});

test('a text that leaves the list with its licence stays in what was frozen', async () => {
  const { ann, group, essay, join, annotation, freeze, read } = await releasingGroup();
  await annotation('A fox.');
  const release = await freeze();
  await removeEssay(await join('Ola', 'owner'), { group, essay });
  const { all } = await read(ann, release);
  expect(all.find(({ kind }) => kind === 'document')).toMatchObject({ text: expect.any(String) });
});
