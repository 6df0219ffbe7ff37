import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { takeJob } from '@/lib/server/data/jobs';
import { ownerOf, personOf } from '@/lib/server/data/people';
import { createRelease, releaseOf } from '@/lib/server/data/releases/releases';
import { visitor } from '@/lib/server/data/viewer';
import { freezeLease, runFreeze } from '@/lib/server/jobs/run-freeze';
import { command } from './command';

export const releaseCreate = command({
  name: 'release create',
  about: 'Freeze the corpus of a group under the next number.',
  flags: {
    group: { value: 'GROUP', about: 'id or slug' },
    title: { value: 'TITLE', about: 'what it is for' },
    note: { value: 'WORDS', about: 'what is to be known about it' },
    as: { value: 'ADDRESS', about: 'of the moderator who freezes it; an owner unless told' },
  },
  input: z.strictObject({
    group: z.string(),
    title: z.string().trim().min(1).max(120),
    note: z.string().trim().max(4000).default(''),
    as: z.string().optional(),
  }),
  async run({ group, title, note, as }) {
    const viewer = await (as === undefined ? ownerOf(visitor, group) : personOf(visitor, as));
    const { id, number } = await createRelease(viewer, group, { title, note });
    // Nobody may be there to do it later; where a worker was quicker, it is done there.
    const job = await takeJob('freeze', { key: id, lease: freezeLease });
    if (job) await runFreeze(job);
    let release = await releaseOf(viewer, group, String(number));
    while (release.state === 'freezing') {
      await setTimeout(200);
      release = await releaseOf(viewer, group, String(number));
    }
    return { json: release, text: `Release ${number}  ${release.sha256 ?? release.state}` };
  },
});
