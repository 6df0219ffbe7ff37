import { z } from 'zod';
import { beginAnnotationRound } from '@/lib/server/data/annotation-rounds/begin-round';
import { guidelineOf } from '@/lib/server/data/guideline';
import { ownerOf, personOf } from '@/lib/server/data/people';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

const list = z.string().transform((words) => words.split(',').filter((word) => word !== ''));

export const roundCreate = command({
  name: 'round create',
  about: 'Ask people to read an essay alone, with the guideline of its group.',
  flags: {
    group: { value: 'GROUP', about: 'id or slug' },
    essay: { value: 'ESSAY', about: 'id or slug' },
    people: { value: 'ADDRESSES', about: 'of members, with commas between' },
    title: { value: 'TITLE', about: '"Blind reading" unless told' },
    tags: { value: 'TAGS', about: 'slugs, with commas between; all unless told' },
    reveals: { value: 'TIME', about: 'ISO 8601; when all are done unless told' },
    as: { value: 'ADDRESS', about: 'of the moderator who does it; an owner unless told' },
  },
  input: z.strictObject({
    group: z.string(),
    essay: z.string(),
    people: list,
    as: z.string().optional(),
    title: z.string().trim().min(1).max(120).default('Blind reading'),
    tags: list.default([]),
    reveals: z.iso.datetime({ offset: true }).optional(),
  }),
  async run({ group, essay, people, as, ...rest }) {
    const viewer = await (as === undefined ? ownerOf(visitor, group) : personOf(visitor, as));
    const asked = await Promise.all(people.map((address) => personOf(visitor, address)));
    const { markdown: guideline } = await guidelineOf(viewer, group);
    const ids = asked.flatMap(({ user }) => user?.id ?? []);
    const draft = { ...rest, guideline, people: ids, revealWhenAllDone: true };
    const made = await beginAnnotationRound(viewer, { group, essay }, draft);
    return { json: made, text: `${made.people} people read it alone: ${made.id}` };
  },
});
