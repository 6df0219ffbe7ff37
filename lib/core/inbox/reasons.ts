/**
 * Why somebody is told of something, strongest first: they were mentioned; somebody replied to them or in their thread;
 * moderators decided on what they wrote; what they tagged was adjudicated; it waits for them as a moderator; a webhook that they look
 * after was turned off; somebody says that an imported person is them, or moderators agreed to that of theirs or refused it; an export of
 * theirs is ready, or failed; a round that asked them has closed; an annotation round asks them to read alone, reminds them, or was revealed; a card of theirs went on; or they follow the
 * thread, card, person, tag or essay.
 */
export const reasons = [
  'mention',
  'reply',
  'moderation',
  'adjudication',
  'review',
  'webhook',
  'claim',
  'agreed',
  'refused',
  'export',
  'round',
  'asked',
  'reminded',
  'revealed',
  'own',
  'thread',
  'card',
  'person',
  'tag',
  'essay',
] as const;
export type Reason = (typeof reasons)[number];

/** What one can follow in a group; each is a reason of the same name. */
export const followed = ['essay', 'thread', 'card', 'tag', 'person'] as const satisfies readonly Reason[];
export type Followed = (typeof followed)[number];

/** Of several reasons to tell one person of one thing, the one that is told. Null when there is none. */
export const strongestReason = (given: Iterable<Reason>): Reason | null => {
  const all = new Set(given);
  return reasons.find((reason) => all.has(reason)) ?? null;
};
