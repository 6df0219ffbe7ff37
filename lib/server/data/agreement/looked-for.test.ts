import { expect, test } from 'vitest';
import { agreementCsv } from '@/lib/core/export/csv/agreement-csv';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { lookThrough, mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { statementsOf } from '@/lib/server/data/statements.fixture';
import { groupAgreement } from './agreement';
import { contestedIn } from './contested';
import { agreementPositions } from './positions';

const pseudonymous = { named: false, essay: undefined, salt: undefined };

const { group, place, join } = await readingGroup();
const [ann, ben, cy] = [await join('Ann', 'owner'), await join('Ben', 'member'), await join('Cy', 'member')];
await createAnnotation(ann, place, mark('brown fox 🦊', { tags: ['claim'] }));
await createAnnotation(ben, place, mark('brown fox 🦊', { tags: ['claim'] }));
await createAnnotation(ann, place, mark('lazy dog', { tags: ['crux'] }));
await lookThrough(cy, place);

test('takes a check for its tag, and of a section for no more than that', async () => {
  const before = (await groupAgreement(ann, group)).figures;
  const [claimed, crux] = [before.tags[1]!, before.tags[2]!];
  const fay = await join('Fay', 'member');
  const { id: tagId } = await db().tag.findFirstOrThrow({ where: { groupId: group, slug: 'claim' } });
  const { id: essayVersionId } = await db().essayVersion.findFirstOrThrow({
    where: { essayId: place.essay },
  });
  // A part of the section, as if there were another.
  const part = { groupId: group, essayVersionId, tagId, userId: fay.user.id, block: 0, start: 0, end: 9 };
  await db().sectionCheck.create({ data: part });
  expect((await groupAgreement(ann, group)).figures).toEqual(before);
  await lookThrough(fay, place, ['crux']);
  const after = (await groupAgreement(ann, group)).figures;
  expect([after.annotators, after.tags[1], after.tags[2]?.exact.n]).toEqual([4, claimed, 3]);
  expect(after.tags.map(({ annotators }) => annotators)).toEqual(
    [3, 3, 4, 3, 3, 3].slice(0, after.tags.length),
  );
  const rows = agreementCsv(await groupAgreement(ann, group))
    .split('\r\n')
    .map((row) => row.split(','));
  const at = rows[0]!.indexOf('annotators');
  for (const [tag, people] of [
    ['', '3'],
    ['claim', '3'],
    ['crux', '4'],
  ] as const)
    expect(new Set(rows.filter((row) => row[2] === tag).map((row) => row[at]))).toEqual(new Set([people]));
  expect(after.tags[2]?.alpha.value).not.toBe(crux?.alpha.value);
  for await (const { annotators } of (await agreementPositions(ann, group, pseudonymous)).essays)
    expect(annotators.map((one) => one.tags)).toContainEqual(['crux']);
  const { sentences } = await contestedIn(ann, place);
  expect(sentences.map((one) => one.tags[0]?.annotators)).toEqual([3, 4]);
});

test('reads spans once, until something changes', async () => {
  const asked = async (tag?: string) =>
    (await statementsOf(() => groupAgreement(ann, group, tag))).filter((name) => name === 'agreement-marks');
  await createAnnotation(ben, place, mark('sleeps', {}));
  // For the figures, and for the pairs.
  expect(await asked()).toHaveLength(2);
  expect(await asked()).toEqual([]);
  expect(await asked('crux')).toEqual([]);
  expect(await asked('claim')).toHaveLength(1);
  expect(await asked('claim')).toEqual([]);
});
