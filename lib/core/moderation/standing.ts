/**
 * Where a contribution stands. `shown`: everybody in the group sees it. `pending`: it waits for a moderator, and
 * `hidden`: a moderator hid it; its author and moderators see both. `removed`: nobody sees it.
 */
export type Standing = 'shown' | 'pending' | 'hidden' | 'removed';

/** What a moderator decides of a contribution. */
export const decisionVerbs = ['approve', 'hide', 'remove'] as const;
export type DecisionVerb = (typeof decisionVerbs)[number];

const after: Record<DecisionVerb, Standing> = { approve: 'shown', hide: 'hidden', remove: 'removed' };

/** Where a contribution stands after a decision, wherever it stood before. */
export const standingAfter = (verb: DecisionVerb): Standing => after[verb];

/**
 * Where it stands after its author gave it other words. What was hidden waits again, rather than stay hidden for words
 * that are gone; what is `reviewed`, since its author is new to the group, waits as well.
 */
export function standingAfterEdit(before: Standing, reviewed: boolean): Standing {
  return before === 'removed' || (before === 'shown' && !reviewed) ? before : 'pending';
}
