import { z } from 'zod';
import { MemberRole } from '@/lib/core/api/groups';
import { createInvitation } from '@/lib/server/data/invitations';
import { ownerOf } from '@/lib/server/data/people';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

export const invitationCreate = command({
  name: 'invitation create',
  about: 'Make a link that lets people join a group. It is shown once.',
  flags: {
    group: { value: 'GROUP', about: 'id or slug' },
    role: { value: 'ROLE', about: 'that it gives; member unless told' },
    days: { value: 'NUMBER', about: 'until it ends; 14 unless told' },
    uses: { value: 'NUMBER', about: 'how many may use it; any number unless told' },
  },
  input: z.strictObject({
    group: z.string(),
    role: MemberRole.default('member'),
    days: z.coerce.number().int().min(1).max(90).default(14),
    uses: z.coerce.number().int().min(1).max(1000).nullable().default(null),
  }),
  async run({ group, role, days, uses }) {
    const invitation = await createInvitation(await ownerOf(visitor, group), group, {
      role,
      days,
      maxUses: uses,
    });
    return { json: invitation, text: invitation.url };
  },
});
