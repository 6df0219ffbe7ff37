/** Roles within a group, weakest first. `stranger`: not a member, signed in or not. */
export const roles = ['stranger', 'reader', 'member', 'moderator', 'owner'] as const;
export type GroupRole = (typeof roles)[number];

/**
 * Who may do what in a group. `least`: the weakest role that may; nobody: words stay their author's.
 * `own`: the weakest role that may when the thing is one's own.
 * `inPublic`: replaces `least` where the group is public.
 */
interface Rule {
  least: GroupRole | 'nobody';
  own?: GroupRole;
  inPublic?: GroupRole;
}

export const permissions = {
  'group.read': { least: 'reader', inPublic: 'stranger' },
  'group.edit': { least: 'owner' },
  'group.delete': { least: 'owner' },
  'group.leave': { least: 'reader' },
  'vocabulary.edit': { least: 'moderator' },
  'member.list': { least: 'reader', inPublic: 'stranger' },
  'member.change': { least: 'owner' },
  'member.remove': { least: 'moderator' },
  'invitation.list': { least: 'moderator' },
  'invitation.create': { least: 'moderator' },
  'invitation.revoke': { least: 'moderator', own: 'reader' },
  'essay.read': { least: 'reader', inPublic: 'stranger' },
  'essay.add': { least: 'member' },
  'essay.edit': { least: 'moderator' },
  'essay.remove': { least: 'moderator' },
  // One's own is what one put on the list: leave that one gave in doing so is taken back, and given again by moderators.
  'essay.share': { least: 'moderator', own: 'member' },
  'annotation.read': { least: 'reader', inPublic: 'stranger' },
  'annotation.create': { least: 'member' },
  'annotation.edit': { least: 'nobody', own: 'member' },
  'annotation.delete': { least: 'moderator', own: 'reader' },
  'annotation.resolve': { least: 'moderator', own: 'member' },
  'reply.create': { least: 'member' },
  'reply.edit': { least: 'nobody', own: 'member' },
  'reply.delete': { least: 'moderator', own: 'reader' },
  'reaction.set': { least: 'member' },
  'presence.show': { least: 'reader' },
  'subscription.keep': { least: 'reader' },
  // One's own is what one wrote there: who left it behind still says how it is taken along.
  'consent.give': { least: 'reader', own: 'stranger' },
  'corpus.import': { least: 'moderator' },
  'external.claim': { least: 'member' },
  'card.read': { least: 'reader', inPublic: 'stranger' },
  'card.propose': { least: 'member' },
  'card.reword': { least: 'moderator', own: 'member' },
  'card.curate': { least: 'moderator' },
  'card.link': { least: 'member' },
  'card.unlink': { least: 'moderator', own: 'member' },
  'position.take': { least: 'member' },
  'round.open': { least: 'moderator' },
  'section.check': { least: 'member' },
  'adjudication.decide': { least: 'moderator' },
  'release.make': { least: 'moderator' },
  'flag.raise': { least: 'reader' },
  'moderation.review': { least: 'moderator' },
  'webhook.manage': { least: 'moderator' },
  'log.read': { least: 'reader' },
} satisfies Record<string, Rule>;

export type Action = keyof typeof permissions;

/** How an actor stands to a thing in a group. */
export interface Standing {
  role: GroupRole;
  visibility: 'public' | 'private';
  /** The thing acted on is the actor's own. */
  own?: boolean;
}

const rank = (role: GroupRole | 'nobody') => (role === 'nobody' ? roles.length : roles.indexOf(role));

export function may(action: Action, { role, visibility, own = false }: Standing): boolean {
  const rule: Rule = permissions[action];
  const least = visibility === 'public' ? (rule.inPublic ?? rule.least) : rule.least;
  return rank(role) >= rank(least) || (own && rule.own !== undefined && rank(role) >= rank(rule.own));
}

/** The roles that may, whatever the visibility of the group: the same table, for a WHERE. */
export const rolesThatMay = (action: Action): GroupRole[] =>
  roles.filter((role) => may(action, { role, visibility: 'private' }));

/** Who may do what with the site as a whole. There is one role: administrator. */
const sitePermissions = {
  'group.create': 'account',
  'site.configure': 'administrator',
} satisfies Record<string, 'account' | 'administrator'>;

export type SiteAction = keyof typeof sitePermissions;

/** `account`: how somebody signed in stands to the site; null for visitors. */
export const mayOnSite = (action: SiteAction, account: { isAdmin: boolean } | null): boolean =>
  account !== null && (sitePermissions[action] === 'account' || account.isAdmin);
