import 'server-only';
import type { CorpusPerson } from '@/lib/core/corpus/corpus';
import {
  type BadRow,
  type ImportCounts,
  type Listed,
  noneListed,
  type OrphanedRow,
} from '@/lib/core/corpus-import/import-report';
import { mentionedIds } from '@/lib/core/essay/settled-mentions';
import { essaysAlone } from '@/lib/server/data/annotation-rounds/is-alone';
import { db, query } from '@/lib/server/data/database';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { derivedId } from '@/lib/server/importing/derived-id';
import type { FoundCorpus } from '@/lib/server/importing/found-corpus';

/** A file on its way into a group: what it holds, and what is known of where it goes. */
export interface Importing {
  /** Id. */
  group: string;
  /** Who imports. */
  by: string;
  source: string;
  /** The file was exported from this very group. */
  isOwn: boolean;
  /** Essays that whoever imports reads alone for now. */
  alone: ReadonlySet<string>;
  corpus: FoundCorpus;
  /** Users whose things are a member's by now, and whose: what has no id of its own would come twice. */
  claimed: ReadonlyMap<string, string>;
  /** Of a person in the file; of nobody, a user who stands for all of them. */
  userOf(person: CorpusPerson | null): string;
  created: ImportCounts;
  matched: ImportCounts;
  /** New annotations that are like one that is there, but for their time. */
  alike: number;
  orphaned: Listed<OrphanedRow>;
  bad: Listed<BadRow>;
}

/** Why something new of somebody in `claimed` does not come. */
export const hasJoined = 'Whose it is has joined the group, and says so themselves.';

const nothing = (): ImportCounts => ({
  people: 0,
  tags: 0,
  texts: 0,
  annotations: 0,
  replies: 0,
  cards: 0,
  occurrences: 0,
  relations: 0,
  positions: 0,
  beliefs: 0,
  checks: 0,
  decisions: 0,
});

export async function importingOf(viewer: Viewer, group: string, corpus: FoundCorpus): Promise<Importing> {
  const by = userIdOf(viewer);
  const claimed = await query<{ id: string; by: string }>(
    'claimed-people',
    'SELECT user_id AS id, claimed_by_id AS by FROM external_person WHERE group_id = $1::uuid AND claimed_by_id IS NOT NULL',
    [group],
  );
  const nobody = derivedId(group, 'cruxbook', { kind: 'person', id: 'nobody' });
  const { source, importer } = corpus.head;
  return {
    group,
    by,
    corpus,
    isOwn: corpus.head.group?.id === group,
    alone: await essaysAlone(viewer, group),
    // What two members highlighted in the same moment is still two highlights.
    source: importer === undefined ? source : `${source} ${by}`,
    claimed: new Map(claimed.map(({ id, by }) => [id, by])),
    userOf: (person) =>
      person && person.id === importer ? by : ((person && corpus.people.get(person.id)?.id) ?? nobody),
    created: nothing(),
    matched: nothing(),
    alike: 0,
    orphaned: noneListed(),
    bad: corpus.bad,
  };
}

/** Columns that name people, of whatever is imported; comments mention some, too. */
const naming = ['authorId', 'resolvedById', 'userId', 'createdById', 'editorId', 'actorId'];

/** Ids of those who are named or mentioned by rows. */
export function* namedIn(rows: Iterable<object>): Generator<unknown> {
  for (const row of rows) {
    for (const column of naming) yield (row as Record<string, unknown>)[column];
    if ('comment' in row) yield* mentionedIds(row.comment as object);
  }
}

/** Those who are not there yet, and are named by what comes: of whom nothing comes, they do not come either. */
export async function newPeople({ corpus, userOf, ...importing }: Importing, named: ReadonlySet<unknown>) {
  const somebody = { id: userOf(null), name: 'Somebody (imported)' };
  const people = [...corpus.people.values(), somebody];
  const ids = people.map(({ id }) => id);
  const there = new Set(
    (
      await query<{ id: string }>('people-there', 'SELECT id FROM "user" WHERE id = ANY($1::uuid[])', [ids])
    ).map(({ id }) => id),
  );
  const fresh = people.filter(({ id }) => named.has(id) && !there.has(id));
  importing.created.people = fresh.filter(({ id }) => id !== somebody.id).length;
  importing.matched.people = [...corpus.people.values()].filter(({ id }) => there.has(id)).length;
  return fresh;
}

/** Users without an address: nobody can sign in as one, write to one, or mention one. */
export async function writePeople(
  { group, userOf }: Importing,
  people: readonly { id: string; name: string }[],
): Promise<void> {
  const data = people.map(({ id, name }) => ({ id, name, mailing: 'off' }));
  await db().user.createMany({ data, skipDuplicates: true });
  const nobody = userOf(null);
  await db().externalPerson.createMany({
    data: people.filter(({ id }) => id !== nobody).map(({ id }) => ({ userId: id, groupId: group })),
    skipDuplicates: true,
  });
}
