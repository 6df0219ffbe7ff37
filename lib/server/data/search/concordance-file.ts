import 'server-only';
import type { Concordance, ConcordanceFileQuery } from '@/lib/core/api/search';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { settledMentions } from '@/lib/core/essay/settled-mentions';
import { query } from '@/lib/server/data/database';
import { consents, type PersonOf } from '@/lib/server/data/export/consents';
import { groupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { concordanceOf } from './concordance';
import type { Line } from './concordance-line';

/**
 * A concordance to take away. It is an export: names, pseudonyms and who is left out are as everywhere
 * (export/consents.ts), and what is private or held does not come, since no column could say so.
 */
export async function concordanceFile(
  viewer: Viewer,
  group: string,
  { named, salt, ...asked }: ConcordanceFileQuery,
): Promise<Concordance> {
  const scope = await groupFor(viewer, group, 'annotation.read');
  const { personOf, leftOut } = await consents(
    { query: (text, values) => query('export-people', text, values) },
    { group: scope, viewer: viewer.user?.id ?? null, choice: { scope: 'group', named, salt } },
  );
  const pass = async (lines: readonly Line[]) =>
    appearing(lines, { personOf, coming: await comingOf(lines, leftOut) });
  return concordanceOf(viewer, scope, { ...asked, pass, said: (comment) => mentioning(comment, personOf) });
}

const appearing = (
  lines: readonly Line[],
  { personOf, coming }: { personOf: PersonOf; coming: ReadonlySet<string> },
): Line[] =>
  lines.flatMap((line) => {
    if (line.note === null || line.person === null) return line;
    const person = personOf(line.person.id);
    return person && coming.has(line.note) ? { ...line, person: { id: person.id, name: person.name } } : [];
  });

/** Of annotations and replies $1 those that all in the group see, of nobody of $2 and in no thread of theirs. */
const comingSql = `
  SELECT n.id FROM unnest($1::uuid[]) n (id) LEFT JOIN reply r ON r.id = n.id
  JOIN annotation a ON a.id = coalesce(r.annotation_id, n.id)
  WHERE a.visibility = 'group' AND a.held IS NULL AND r.held IS NULL AND a.author_id <> ALL($2::uuid[])
    AND (r.id IS NULL OR r.author_id <> ALL($2::uuid[]))`;

async function comingOf(lines: readonly Line[], leftOut: readonly string[]): Promise<Set<string>> {
  const notes = lines.flatMap(({ note }) => note ?? []);
  if (notes.length === 0) return new Set();
  const rows = await query<{ id: string }>('concordance-coming', comingSql, [notes, leftOut]);
  return new Set(rows.map(({ id }) => id));
}

/** A comment in which only those are mentioned who come by name. */
const mentioning = (comment: CommentDocument, personOf: PersonOf): CommentDocument =>
  settledMentions(comment, (id) => {
    const person = personOf(id);
    return person && !person.pseudonymous ? person : { id, name: 'somebody' };
  }) as CommentDocument;
