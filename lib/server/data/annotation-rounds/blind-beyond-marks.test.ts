import { expect, test } from 'vitest';
import { groupCoverage } from '@/lib/server/data/coverage';
import { ofKind, readAll } from '@/lib/server/data/export/export-group.fixture';
import { decide } from '@/lib/server/data/moderation/decide';
import { snooze } from '@/lib/server/data/moderation/snooze';
import { undoDecision } from '@/lib/server/data/moderation/undo-decision';
import { createRelease } from '@/lib/server/data/releases/releases';
import { listChecks, setCheck } from '@/lib/server/data/section-checks';
import type { Viewer } from '@/lib/server/data/viewer';
import { revealAnnotationRound } from './lead-round';
import { roundClub } from './round-club.fixture';

test('what somebody who reads alone looked for is theirs until the reveal, and in no export', async () => {
  const { mo, ann, ben, join, group, place, begin, at } = await roundClub();
  const cy = await join('Cy', 'member');
  const [section] = (await listChecks(ann, place)).sections;
  const check = (reader: Viewer, tag = 'claim') =>
    setCheck(reader, place, { version: 1, block: section!.block, tag, checked: true });
  await check(ann, 'crux');
  const round = await begin({}, [ann, cy]);
  for (const reader of [ann, ben]) await check(reader);
  const people = async (viewer: Viewer, of = 'claim') => {
    const tagsOf = (tags: readonly { tag: string; people: number }[] = []) =>
      tags.find(({ tag }) => tag === of)?.people;
    const [first] = (await listChecks(viewer, place)).sections;
    const [covered] = await groupCoverage(viewer, group);
    const exported = ofKind(await readAll(viewer, group), 'coverage').flatMap(({ checks }) =>
      checks.filter(({ tag }) => tag === of),
    );
    return [tagsOf(first?.tags), tagsOf(covered?.tags), exported.length];
  };
  expect(await people(mo)).toEqual([1, 1, 1]);
  expect(await people(ben)).toEqual([1, 1, 1]);
  expect(await people(ann)).toEqual([1, 1, 0]);
  // What she looked for before is the group's.
  expect(await people(mo, 'crux')).toEqual([1, 1, 1]);
  await revealAnnotationRound(mo, at(round));
  expect([await people(mo), await people(ann)]).toEqual([
    [2, 2, 2],
    [2, 2, 2],
  ]);
});

test('a moderator who reads alone neither decides about nor freezes what others marked there', async () => {
  const { mo, ann, ben, join, group, begin, at, claim } = await roundClub();
  const max = await join('Max', 'moderator');
  const round = await begin({}, [ann, max]);
  const { id } = await claim(ben, 'brown fox');
  const hide = (by: Viewer) =>
    decide(by, group, {
      verb: 'hide',
      reason: 'unkind',
      note: '',
      items: [{ kind: 'annotation', id, state: '1-shown-0' }],
    });
  await expect(hide(max)).rejects.toMatchObject({ code: 'seen-otherwise' });
  await expect(snooze(max, { group, id }, 1)).rejects.toMatchObject({ status: 404 });
  await expect(createRelease(max, group, { title: 'Blind', note: '' })).rejects.toMatchObject({
    status: 409,
  });
  const [entry] = await hide(mo);
  await expect(undoDecision(max, group, entry!.id)).rejects.toMatchObject({ status: 404 });
  await revealAnnotationRound(mo, at(round));
  expect(await undoDecision(max, group, entry!.id)).toMatchObject({ verb: 'undo' });
});
