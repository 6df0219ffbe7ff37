import 'server-only';

/** SQL: entry `e` is a decision that was not taken back; the last of them is what moderators know of a thing. */
export const standingDecision = `e.verb IN ('approve', 'hide', 'remove')
  AND NOT EXISTS (SELECT 1 FROM moderation_entry x WHERE x.undoes_id = e.id)`;
