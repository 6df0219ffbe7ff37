import { z } from 'zod';
import { ownerOf } from '@/lib/server/data/people';
import { listReleases } from '@/lib/server/data/releases/releases';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

export const releaseList = command({
  name: 'release list',
  about: 'List the releases of a group, newest first.',
  flags: { group: { value: 'GROUP', about: 'id or slug' } },
  input: z.strictObject({ group: z.string() }),
  async run({ group }) {
    const releases = await listReleases(await ownerOf(visitor, group), group);
    const lines = releases.map(({ number, frozen, created, state, sha256, title }) =>
      [number, (frozen ?? created).slice(0, 10), state, sha256?.slice(0, 12) ?? '-', title].join('  '),
    );
    return { json: { items: releases }, text: lines.join('\n') || 'There is none yet.' };
  },
});
