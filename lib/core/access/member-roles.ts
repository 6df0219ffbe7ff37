import type { MemberRole } from '@/lib/core/api/groups';
import { type GroupRole, may, roles } from './permissions';

const rank = (role: GroupRole) => roles.indexOf(role);

/** Nobody gives a role above their own, by invitation or directly. */
export const mayGive = (own: GroupRole, role: MemberRole): boolean => rank(role) <= rank(own);

/** Owners may touch everybody; others only those below them, so moderators cannot unseat each other or an owner. */
export const mayTouch = (own: GroupRole, other: MemberRole): boolean =>
  own === 'owner' || rank(other) < rank(own);

/** The roles to which somebody may invite others. */
export const rolesInvitedBy = (own: GroupRole): GroupRole[] =>
  may('invitation.create', { role: own, visibility: 'private' }) ? roles.slice(1, rank(own) + 1) : [];
