import 'server-only';
import type { Person } from '@/lib/core/annotation/annotation';
import type { Concordance, ConcordanceFileQuery } from '@/lib/core/api/search';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { settledMentions } from '@/lib/core/essay/settled-mentions';
import { query } from '@/lib/server/data/database';
import { consents, type PersonOf } from '@/lib/server/data/export/consents';
import { groupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { concordanceOf } from './concordance';

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
  const said = (comment: CommentDocument) => mentioning(comment, personOf);
  const { lines, capped } = await concordanceOf(viewer, scope, { ...asked, leftOut, said });
  return { lines: lines.map((line) => ({ ...line, person: appearing(line.person, personOf) })), capped };
}

/** Under the name of exports. */
function appearing(person: Person | null, personOf: PersonOf): Person | null {
  const as = person && personOf(person.id);
  return as && { id: as.id, name: as.name };
}

/** A comment in which only those are mentioned who come by name. */
const mentioning = (comment: CommentDocument, personOf: PersonOf): CommentDocument =>
  settledMentions(comment, (id) => {
    const person = personOf(id);
    return person && !person.pseudonymous ? person : { id, name: 'somebody' };
  }) as CommentDocument;
