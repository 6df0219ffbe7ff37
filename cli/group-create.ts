import { z } from 'zod';
import { groupContracts } from '@/lib/core/api/groups';
import { createGroup } from '@/lib/server/data/groups';
import { personOf } from '@/lib/server/data/people';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

const { name, description, visibility, slug } = groupContracts['POST /groups'].body.shape;

export const groupCreate = command({
  name: 'group create',
  about: 'Make a group.',
  flags: {
    name: { value: 'NAME', about: 'that people see' },
    owner: { value: 'ADDRESS', about: 'of the account that will own it' },
    visibility: { value: 'public|private', about: 'who may read; private unless told' },
    description: { value: 'TEXT', about: 'what the group is for' },
    slug: { value: 'SLUG', about: 'the name in addresses; a private group’s gets a random ending' },
  },
  input: z.strictObject({
    name,
    description,
    visibility: visibility.default('private'),
    slug,
    owner: z.string(),
  }),
  async run({ owner, ...draft }) {
    const group = await createGroup(await personOf(visitor, owner), draft);
    return { json: group, text: `Made the ${group.visibility} group ${group.name} (${group.slug}).` };
  },
});
