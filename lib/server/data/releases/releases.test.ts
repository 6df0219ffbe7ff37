import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { takePosition } from '@/lib/server/data/cards/positions';
import { deleteAnnotation, editAnnotation } from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db, query } from '@/lib/server/data/database';
import { setConsent } from '@/lib/server/data/export/consent';
import { jobFailed, keepJob, takeJob } from '@/lib/server/data/jobs';
import { mark } from '@/lib/server/data/reading-group.fixture';
import { freezeRelease } from './freeze';
import { createRelease, listReleases, nextRelease, releaseOf, withdrawRelease } from './releases';
import { noBeat, releasingGroup } from './releasing-group.fixture';

test('a release gives the same bytes after everything has changed', async () => {
  const { group, ann, mod, annotation, reply, freeze, hash } = await releasingGroup();
  const [kept, gone] = [await annotation('A fox.'), await annotation('Another.')];
  await reply('Indeed.', kept);
  const release = await freeze();
  const before = await hash(ann, release);
  const change = { comment: { markdown: 'A vixen.' }, tags: ['claim'] };
  await editAnnotation(ann, kept.id, { change, ifMatch: null });
  await deleteAnnotation(ann, gone.id);
  await annotation('A third.');
  expect(await hash(ann, release)).toBe(before);
  expect(await hash(mod, release)).toBe(before);
  const { card, state, sha256 } = await releaseOf(ann, group, release);
  expect({ state, sha256 }).toEqual({ state: 'frozen', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(card).toMatchObject({
    counts: { annotations: 2, replies: 1, documents: 1 },
    people: 1,
    annotators: 1,
    untagged: 0,
    texts: [{ title: 'The fox', licence: 'CC BY 4.0', comes: true }],
    agreement: { texts: 0 },
  });
});

test('releases have numbers that stay, and say beforehand what they will hold', async () => {
  const { group, mod, ann, annotation, freeze } = await releasingGroup();
  await annotation('A fox.');
  expect(await nextRelease(mod, group)).toMatchObject({ number: 1, counts: { annotations: 1 } });
  await freeze('One');
  await freeze('Two');
  expect((await listReleases(ann, group)).map(({ number, title }) => [number, title])).toEqual([
    [2, 'Two'],
    [1, 'One'],
  ]);
  await expect(createRelease(ann, group, { title: 'Mine', note: '' })).rejects.toMatchObject({ status: 403 });
});

test('who freezes is told how many answers come only for those who have answered', async () => {
  const { group, mod, ann, card, freeze, read } = await releasingGroup();
  const { id } = await card('It rains.');
  const answer = (by: typeof ann, credence: number) =>
    takePosition(by, { group, card: id }, { credence, reason: '', wouldChangeMind: '' });
  await answer(ann, 70);
  expect(await nextRelease(mod, group)).toMatchObject({ counts: { positions: 1 }, hiddenPositions: 1 });
  const release = await freeze();
  expect((await read(mod, release)).head).toMatchObject({ counts: { positions: 0 }, hiddenPositions: 1 });
  await answer(mod, 20);
  expect(await nextRelease(mod, group)).toMatchObject({ counts: { positions: 2 }, hiddenPositions: 0 });
  expect((await read(mod, release)).head.hiddenPositions).toBeUndefined();
});

test('nothing private, held or deleted is ever frozen, nor the name of anybody', async () => {
  const { ann, ben, place, annotation, decide, freeze, read } = await releasingGroup();
  await createAnnotation(ann, place, mark('lazy', { visibility: 'private', comment: { markdown: 'Privy' } }));
  await decide('hide', await annotation('Hidden'));
  await deleteAnnotation(ann, (await annotation('Deleted')).id);
  await annotation(`Shown to [@Ben](mention:${ben.user.id})`);
  const release = await freeze();
  const { id } = await db().release.findFirstOrThrow({ where: { groupId: place.group } });
  const chunks = await db().releaseChunk.findMany({ where: { releaseId: id } });
  const frozen = chunks.map(({ lines }) => gunzipSync(lines).toString()).join('');
  for (const words of ['Privy', 'Hidden', 'Deleted', '"name":"Ann"', 'Ben'])
    expect(frozen).not.toContain(words);
  expect(frozen).toContain('Shown to');
  expect(JSON.stringify((await read(ben, release)).all)).toContain('Shown to @somebody');
  await setConsent(ben, place.group, 'named');
  expect(JSON.stringify((await read(ann, release, true)).all)).toContain('Shown to [@Ben](mention:');
});

test('a withdrawn release keeps its number and nothing else', async () => {
  const { group, mod, ann, annotation, freeze, read } = await releasingGroup();
  await annotation('A fox.');
  const release = await freeze();
  await withdrawRelease(mod, { group, release }, 'A text was copied.');
  await expect(read(ann, release)).rejects.toMatchObject({ status: 410 });
  const shown = await releaseOf(ann, group, release);
  expect(shown).toMatchObject({
    number: 1,
    state: 'withdrawn',
    card: null,
    withdrawn: { reason: 'A text was copied.', by: { name: 'Mo' } },
  });
  expect(await db().releaseChunk.count({ where: { releaseId: shown.id } })).toBe(0);
  expect(await freeze()).toBe('2');
});

test('the database lets nobody change a release', async () => {
  const { group, annotation, freeze } = await releasingGroup();
  await annotation('A fox.');
  await freeze();
  const { id } = await db().release.findFirstOrThrow({ where: { groupId: group } });
  for (const sql of [
    "UPDATE release SET title = 'Other' WHERE id = $1::uuid",
    "UPDATE release_chunk SET lines = '' WHERE release_id = $1::uuid",
    'DELETE FROM release_chunk WHERE release_id = $1::uuid',
  ])
    await expect(query(sql, sql, [id])).rejects.toThrow('never changed');
  await db().group.delete({ where: { id: group } });
  expect(await db().release.count({ where: { id } })).toBe(0);
});

test('what lies in the database and is not what was frozen is not served', async () => {
  const { group, ann, annotation, freeze, read } = await releasingGroup();
  await annotation('A fox.');
  const release = await freeze();
  await query('turn-off', 'ALTER TABLE release_chunk DISABLE TRIGGER release_chunk_kept', []);
  const { id } = await db().release.findFirstOrThrow({ where: { groupId: group } });
  await db().releaseChunk.updateMany({
    where: { releaseId: id },
    data: { lines: gzipSync('{"counts":{}}\n') },
  });
  await query('turn-on', 'ALTER TABLE release_chunk ENABLE TRIGGER release_chunk_kept', []);
  await expect(read(ann, release)).rejects.toThrow('not what was frozen');
});

test('a freezing that broke off is begun anew, and one that failed can be asked for again', async () => {
  const { group, mod, ann, annotation, read } = await releasingGroup();
  await annotation('A fox.');
  const { id, state } = await createRelease(mod, group, { title: 'Once', note: '' });
  expect(state).toBe('freezing');
  await expect(createRelease(mod, group, { title: 'Twice', note: '' })).rejects.toMatchObject({
    status: 409,
  });
  const broken = async () => {
    throw new Error('The machine stopped.');
  };
  await expect(freezeRelease(mod, id, broken)).rejects.toThrow('stopped');
  await expect(read(ann, '1')).rejects.toMatchObject({ status: 409 });
  await db().job.updateMany({ where: { key: id }, data: { failedAt: new Date() } });
  expect((await releaseOf(mod, group, '1')).state).toBe('failed');
  expect((await createRelease(mod, group, { id, title: 'Once', note: '' })).state).toBe('freezing');
  await freezeRelease(mod, id, noBeat);
  expect((await read(ann, '1')).head.counts.annotations).toBe(1);
});

test('who was taken for gone, and comes back to a freezing that another does, leaves nothing in it', async () => {
  const { group, mod, ann, annotation, read } = await releasingGroup();
  await annotation('A fox.');
  const { id } = await createRelease(mod, group, { title: 'Once', note: '' });
  const late = await takeJob('freeze', { key: id, lease: 0 });
  const other = await takeJob('freeze', { key: id, lease: 60 });
  const freezeAs = (job: typeof late) => freezeRelease(mod, id, () => keepJob(job!, 60));
  await expect(freezeAs(late)).rejects.toThrow('Another');
  await jobFailed(late!, { problem: 'late', wait: 0 });
  expect(await takeJob('freeze', { key: id, lease: 60 })).toBeNull();
  expect(await db().releaseChunk.count({ where: { releaseId: id } })).toBe(0);
  await freezeAs(other);
  expect((await read(ann, '1')).head.counts.annotations).toBe(1);
});

test('a freezing is asked for its lease with each write, the last one too', async () => {
  const { group, mod, annotation } = await releasingGroup();
  await annotation('A fox.');
  const { id } = await createRelease(mod, group, { title: 'Once', note: '' });
  for (const lost of [1, 2, 3]) {
    let beats = 0;
    const beat = async () => {
      beats += 1;
      if (beats === lost) throw new Error('Another has it.');
    };
    await expect(freezeRelease(mod, id, beat)).rejects.toThrow('Another');
    const { sha256 } = await db().release.findUniqueOrThrow({ where: { id } });
    const chunks = await db().releaseChunk.count({ where: { releaseId: id } });
    expect([sha256, chunks]).toEqual([null, lost === 3 ? 1 : 0]);
  }
});

test('what is withdrawn while it is being frozen keeps no chunk, and nothing is told of it', async () => {
  const { group, mod, annotation } = await releasingGroup();
  await annotation('A fox.');
  const { id } = await createRelease(mod, group, { title: 'Once', note: '' });
  const job = await takeJob('freeze', { key: id, lease: 60 });
  await db().release.update({ where: { id }, data: { written: 7, total: 9 } });
  await withdrawRelease(mod, { group, release: '1' }, 'Too early.');
  await expect(freezeRelease(mod, id, () => keepJob(job!, 60))).rejects.toThrow();
  await freezeRelease(mod, id, noBeat);
  expect(await db().releaseChunk.count({ where: { releaseId: id } })).toBe(0);
  expect(await listReleases(mod, group)).toMatchObject([
    { state: 'withdrawn', progress: null, counts: null },
  ]);
});

test('nothing is told of what a withdrawn release held', async () => {
  const { group, mod, annotation, freeze } = await releasingGroup();
  await annotation('A fox.');
  const release = await freeze();
  await withdrawRelease(mod, { group, release }, 'A text was copied.');
  expect(await listReleases(mod, group)).toMatchObject([{ counts: null, progress: null }]);
});
