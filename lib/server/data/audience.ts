import 'server-only';

/**
 * Through whose eyes something is read, as SQL expressions. This file is the one place that says who sees what: a deleted
 * thing is seen by nobody, a held one by its author and moderators, a sealed or private one by its author. On an essay that
 * somebody reads alone (an annotation round that is not revealed yet), they see what they wrote themselves.
 */
export interface Eyes {
  /** A user's id, or null. */
  viewer: string;
  /** Whether they moderate the group. */
  moderates: string;
  /** Whom it is shown to, where that is not the viewer; null: nobody in particular. */
  reader?: string | null;
  /** Whether the reader reads the essay of annotation `a` alone, where a query knows it already. */
  alone?: string;
}

/** What everybody in the group sees, and nothing besides. */
export const everybody: Eyes = { viewer: 'NULL::uuid', moderates: 'false', reader: null };

/** The same as one person may know it, who perhaps reads some of the essays alone. */
export const everybodyShownTo = (reader: string): Eyes => ({ ...everybody, reader });

/** Pairs of group and essay that a person reads alone. */
const essaysReadAlone = (person: string) => `(
  SELECT alone.group_id, alone.essay_id FROM round_annotator asked JOIN annotation_round alone ON alone.id = asked.round_id
  WHERE asked.user_id = ${person} AND alone.state = 'alone')`;

/** Whether a person reads an essay alone, given as expressions. Where none depends on a row, it is looked up once. */
export const readsAlone = (person: string, { group, essay }: { group: string; essay: string }) =>
  `(${group}, ${essay}) IN ${essaysReadAlone(person)}`;

/** Without what others wrote, where the reader reads alone. */
function notBlindTo({ viewer, reader = viewer, alone }: Eyes, author: string, a: string): string {
  if (reader === null) return 'true';
  const isAlone = alone ?? readsAlone(reader, { group: `${a}.group_id`, essay: `${a}.essay_id` });
  return `(${author} IS NOT DISTINCT FROM ${reader} OR NOT ${isAlone})`;
}

const isHeldFrom = (alias: string, author: string, { viewer, moderates }: Eyes) =>
  `${alias}.held IS NOT NULL AND NOT (${moderates} AND ${alias}.held <> 'sealed')
    AND ${alias}.${author} IS DISTINCT FROM ${viewer}`;

/** Of annotation `a`. */
export const annotationShownTo = (eyes: Eyes, a = 'a') =>
  `${a}.deleted_at IS NULL AND (${a}.visibility = 'group' OR ${a}.author_id = ${eyes.viewer})
    AND NOT (${isHeldFrom(a, 'author_id', eyes)}) AND ${notBlindTo(eyes, `${a}.author_id`, a)}`;

/** Of reply `r`, in annotation `a` that is shown. */
export const replyShownTo = (eyes: Eyes, r = 'r', a = 'a') =>
  `${r}.deleted_at IS NULL AND NOT (${isHeldFrom(r, 'author_id', eyes)})
    AND ${notBlindTo(eyes, `${r}.author_id`, a)}`;

/** Of card `c`. */
export const cardShownTo = (eyes: Eyes, c = 'c') => `NOT (${isHeldFrom(c, 'created_by_id', eyes)})`;
