import type { MemberRole } from '@/lib/core/api/groups';

export const roleNames: Record<MemberRole, string> = {
  reader: 'Reader (reads only)',
  member: 'Member',
  moderator: 'Moderator',
  owner: 'Owner',
};
