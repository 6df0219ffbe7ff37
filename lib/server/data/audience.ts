import 'server-only';

/**
 * Through whose eyes something is read, as two SQL expressions: a user's id or null, and whether they moderate the group.
 * This file is the one place that says who sees what: a deleted thing is seen by nobody, a held one by its author and
 * moderators, a private one by its author.
 */
export interface Eyes {
  viewer: string;
  moderates: string;
}

/** What everybody in the group sees, and nothing besides. */
export const everybody: Eyes = { viewer: 'NULL::uuid', moderates: 'false' };

const isHeldFrom = (alias: string, author: string, { viewer, moderates }: Eyes) =>
  `${alias}.held IS NOT NULL AND NOT ${moderates} AND ${alias}.${author} IS DISTINCT FROM ${viewer}`;

/** Of annotation `a`. */
export const annotationShownTo = (eyes: Eyes, a = 'a') =>
  `${a}.deleted_at IS NULL AND (${a}.visibility = 'group' OR ${a}.author_id = ${eyes.viewer})
    AND NOT (${isHeldFrom(a, 'author_id', eyes)})`;

/** Of reply `r`, in an annotation that is shown. */
export const replyShownTo = (eyes: Eyes, r = 'r') =>
  `${r}.deleted_at IS NULL AND NOT (${isHeldFrom(r, 'author_id', eyes)})`;

/** Of card `c`. */
export const cardShownTo = (eyes: Eyes, c = 'c') => `NOT (${isHeldFrom(c, 'created_by_id', eyes)})`;
