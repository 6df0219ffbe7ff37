import { expect, test } from 'vitest';
import { db } from './database';
import { changeGuideline, guidelineOf } from './guideline';
import { readingGroup } from './reading-group.fixture';

const { group, join } = await readingGroup();
const [moderator, member] = [await join('Mo', 'moderator'), await join('Ann', 'member')];

test('a guideline is kept with all that it said before', async () => {
  expect(await guidelineOf(member, group)).toEqual({ markdown: '', version: 0, history: [] });
  await changeGuideline(moderator, group, { markdown: 'Mark cruxes.', ifMatch: 0 });
  await changeGuideline(moderator, group, { markdown: 'Mark *double* cruxes.', ifMatch: 1 });
  await changeGuideline(moderator, group, { markdown: 'Mark *double* cruxes.', ifMatch: null });
  expect(await guidelineOf(member, group)).toMatchObject({
    markdown: 'Mark *double* cruxes.',
    version: 2,
    history: [
      { version: 2, markdown: 'Mark *double* cruxes.' },
      { version: 1, markdown: 'Mark cruxes.', editor: { name: 'Mo' } },
    ],
  });
  expect(await db().group.findUniqueOrThrow({ where: { id: group } })).toMatchObject({
    guideline: 'Mark *double* cruxes.',
    guidelineVersion: 2,
  });
});

test('who changed an older one is told, and nothing is lost', async () => {
  await expect(changeGuideline(moderator, group, { markdown: 'Mine.', ifMatch: 1 })).rejects.toMatchObject({
    status: 412,
  });
  expect((await guidelineOf(member, group)).version).toBe(2);
});
