import { readFile } from 'node:fs/promises';
import { keepEssay } from '@/lib/server/data/essay-imports';
import { essayVersion } from '@/lib/server/data/essay-versions';
import { createGroup } from '@/lib/server/data/groups';
import { addMember } from '@/lib/server/data/members';
import { addSamplePeople, ageSample, annotateSample, fillEmpty, isEmpty } from '@/lib/server/data/sample';
import { curateSample } from '@/lib/server/data/sample-cards';
import type { Viewer } from '@/lib/server/data/viewer';
import { readEssay } from '@/lib/server/importing/read-essay';
import { sampleCardRows } from './card-rows';
import { readEssaySource } from './essay-source';
import { people } from './people';
import { type SampleEssay, sampleGroup } from './sample';
import { annotationRow } from './sample-rows';

const { id: group, slug, name, description } = sampleGroup;
const owner: Viewer = { user: { ...people.nneka, isAdmin: false }, scope: 'write', session: null };

/** Fills a database in which there is nobody and nothing with the sample group; any other stays as it is. */
export async function seedSample(): Promise<boolean> {
  if (!(await isEmpty(owner))) return false;
  // Reading takes longer than a transaction should wait.
  const essays = await Promise.all(sampleGroup.essays.map(readSampleEssay));
  return fillEmpty(owner, async () => {
    await addSamplePeople(owner, Object.values(people));
    await createGroup(owner, { id: group, slug, name, description, visibility: 'public' });
    for (const { id, role } of Object.values(people))
      if (id !== people.nneka.id) await addMember(owner, group, { user: id, role });
    for (const essay of essays) await seedEssay(essay);
    await curateSample(owner, group, sampleCardRows(group));
    await ageSample(owner, group);
  });
}

async function readSampleEssay({ slug, annotations }: SampleEssay) {
  const file = await readFile(`${import.meta.dirname}/essays/${slug}.md`, 'utf8');
  const { markdown, title, authors, language, licence } = readEssaySource(file);
  const described = { title, authors: [...authors], language, licence };
  const draft = { format: 'markdown' as const, content: markdown, ...described };
  return { draft, imported: await readEssay(draft), annotations };
}

async function seedEssay({
  annotations,
  ...read
}: Awaited<ReturnType<typeof readSampleEssay>>): Promise<void> {
  const essay = await keepEssay(owner, group, read);
  const { text } = await essayVersion(owner, essay.id, '1');
  const rows = annotations.map((annotation) => annotationRow(text, annotation));
  await annotateSample(owner, { group, essay: essay.id }, rows);
}
