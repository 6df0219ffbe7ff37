import { z } from 'zod';
import { MemberRole } from '@/lib/core/api/groups';
import { confirmingReveal } from '@/lib/server/data/annotation-rounds/confirming-reveal';
import { addMember } from '@/lib/server/data/members';
import { ownerOf, personOf } from '@/lib/server/data/people';
import { userIdOf } from '@/lib/server/data/users';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

export const groupAddMember = command({
  name: 'group add-member',
  about: 'Make somebody a member of a group, or give a member another role.',
  flags: {
    group: { value: 'GROUP', about: 'id or slug' },
    email: { value: 'ADDRESS', about: 'of the account' },
    role: { value: 'ROLE', about: 'reader, member, moderator or owner; member unless told' },
    'end-blind-phase': { about: 'also where another role reveals a blind reading that waited for them' },
  },
  input: z.strictObject({
    group: z.string(),
    email: z.string(),
    role: MemberRole.default('member'),
    'end-blind-phase': z.boolean().default(false),
  }),
  async run({ group, email, role, 'end-blind-phase': endBlindPhase }) {
    const user = userIdOf(await personOf(visitor, email));
    const owner = await ownerOf(visitor, group);
    const member = await confirmingReveal(owner, endBlindPhase, () =>
      addMember(owner, group, { user, role }),
    );
    return { json: member, text: `${member.person.name} is ${member.role} of ${group}.` };
  },
});
