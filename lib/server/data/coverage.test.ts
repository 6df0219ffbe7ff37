import { describe, expect, test } from 'vitest';
import { coverageCsv } from '@/lib/core/export/csv/coverage-csv';
import { groupCoverage } from './coverage';
import { createAnnotation } from './create-annotation';
import { db } from './database';
import { addEssay } from './essay-imports';
import { removeMember } from './members';
import { readingGroup } from './reading-group.fixture';
import { listChecks, setCheck } from './section-checks';
import { visitor } from './viewer';

const { group, join } = await readingGroup();
const owner = await join('Olga', 'owner');
const ann = await join('Ann', 'member');
const ben = await join('Ben', 'member');
const rae = await join('Rae', 'reader');
const content = '# Bees\n\nThey hum.\n\n## Winter\n\nThey sleep.\n\n## Spring\n\nThey wake.';
const essay = await addEssay(owner, group, { format: 'markdown', content });
const place = { group, essay: essay.id };
const check = (viewer: typeof ann, block: number, tag = 'claim', checked = true) =>
  setCheck(viewer, place, { version: 1, block, tag, checked });
const cellOf = async (tag: string) => {
  const all = await groupCoverage(rae, group);
  return all.find(({ slug }) => slug === essay.slug)?.tags.find((cell) => cell.tag === tag);
};

describe('looked, found none', () => {
  test('is kept by section and tag with the text that it was said of', async () => {
    const { version, sections } = await listChecks(ann, place);
    expect(version).toBe(1);
    expect(sections.map(({ title }) => title)).toEqual(['Bees', 'Winter', 'Spring']);
    const [, winter] = sections;
    await check(ann, winter!.block);
    await check(ann, winter!.block);
    await check(ben, winter!.block);
    const row = await db().sectionCheck.findFirstOrThrow({ where: { userId: ann.user.id } });
    const { text } = await db().essayVersion.findUniqueOrThrow({ where: { id: row.essayVersionId } });
    expect(text.slice(row.start, row.end)).toBe('Winter\n\nThey sleep.');
    const seen = (await listChecks(ann, place)).sections[1]?.tags;
    expect(seen?.[0]).toEqual({ tag: 'claim', found: 0, people: 2, isMine: true });
    expect(seen?.[1]).toEqual({ tag: 'crux', found: 0, people: 0, isMine: false });
    expect(await cellOf('claim')).toEqual({ tag: 'claim', found: 0, people: 2, sections: 1 });
    await check(ben, winter!.block, 'claim', false);
    expect(await cellOf('claim')).toMatchObject({ people: 1 });
  });

  test('is found where somebody marked the tag, and counts nothing private', async () => {
    const selector = [{ type: 'TextQuoteSelector' as const, exact: 'They wake' }];
    const draft = (visibility: 'group' | 'private') => ({
      target: { version: 1, selector },
      tags: ['crux'],
      visibility,
    });
    await createAnnotation(ann, place, draft('private'));
    expect(await cellOf('crux')).toMatchObject({ found: 0 });
    await createAnnotation(ann, place, draft('group'));
    expect(await cellOf('crux')).toMatchObject({ found: 1 });
    const found = (await listChecks(ben, place)).sections.map(({ tags }) => tags[1]?.found);
    expect(found).toEqual([0, 0, 1]);
    const lines = coverageCsv(await groupCoverage(ann, group)).split('\r\n');
    expect(lines).toContain(`${essay.slug},Bees,1,claim,clean,0,1,1,3`);
    expect(lines).toContain(`${essay.slug},Bees,1,crux,found,1,0,0,3`);
    expect(lines).toContain(`${essay.slug},Bees,1,failure-mode,unchecked,0,0,0,3`);
  });

  test('is refused for what is no section, no word of the group, and by those who only read', async () => {
    await expect(check(ann, 1)).rejects.toMatchObject({ status: 404 });
    await expect(check(ann, 0, 'fable')).rejects.toMatchObject({ status: 404 });
    await expect(check(rae, 0)).rejects.toMatchObject({ status: 403 });
    await expect(listChecks(visitor, place)).rejects.toMatchObject({ status: 404 });
  });

  test('leaves with whoever said it', async () => {
    await check(ben, 0, 'failure-mode');
    expect(await cellOf('failure-mode')).toMatchObject({ people: 1 });
    await removeMember(owner, group, ben.user.id);
    expect(await cellOf('failure-mode')).toMatchObject({ people: 0, sections: 0 });
  });
});
