import 'server-only';
import type { CorpusAnnotation, CorpusReaction, CorpusReply } from '@/lib/core/corpus/corpus';
import { type CountedText, corpusPassage } from '@/lib/core/corpus/corpus-range';
import { mentionedPeople } from '@/lib/core/corpus/mentioned-people';
import { standingReplies } from '@/lib/core/corpus/standing-replies';
import type { Cells, Snapshot } from '@/lib/server/data/database';
import { wireTime } from '@/lib/server/data/wire-time';
import type { Chosen } from './chosen';
import type { PersonOf } from './consents';
import type { ListedDocument } from './corpus-documents';

/** What every annotation is read with. */
export interface Reading {
  snapshot: Snapshot;
  chosen: Chosen;
  personOf: PersonOf;
  slugsOf: (tagIds: string) => readonly string[];
  /** By annotation. */
  cards: ReadonlyMap<string, CorpusAnnotation['cards']>;
}

/** Most things have none, and to look whether there are any takes a third of the time of finding none. */
const ifAny = (from: string, where: string, rows: string) =>
  `CASE WHEN EXISTS (SELECT 1 FROM ${from} WHERE ${where}) THEN ${rows} END`;

const reactions = (subject: 'annotation_id' | 'reply_id', id: string, { byThen }: Chosen) =>
  `(SELECT json_agg(json_build_array(x.kind, x.user_id) ORDER BY x.kind, x.user_id) FROM reaction x
    WHERE x.${subject} = ${id} AND ${byThen('x.created_at')})`;

const replies = (
  chosen: Chosen,
) => `(SELECT json_agg(json_build_array(r.id, r.parent_id, ${wireTime('r.created_at')},
      CASE WHEN ${chosen.replies} THEN json_build_array(r.author_id, r.comment_markdown, ${wireTime('r.edited_at')}, r.held,
        ${reactions('reply_id', 'r.id', chosen)}) END) ORDER BY r.created_at, r.id)
    FROM reply r WHERE r.annotation_id = a.id AND ${chosen.byThen('r.created_at')})`;

/** When the last of the reactions in these documents was given; null without any. */
export async function lastReaction(
  snapshot: Snapshot,
  { annotations, replies, values, has, byThen, stays }: Chosen,
  documents: readonly ListedDocument[],
): Promise<string | null> {
  const of = `WHERE ${annotations} AND a.essay_id = ANY($${values.length + 1}::uuid[]) AND ${byThen('x.created_at')}
    AND ${stays('x.user_id')}`;
  const [row] = await snapshot.query<{ last: string | null }>(
    `SELECT ${wireTime('max(given)')} AS last FROM (
       SELECT max(x.created_at) AS given FROM annotation a JOIN reaction x ON x.annotation_id = a.id ${of}
       UNION ALL
       SELECT max(x.created_at) FROM annotation a JOIN reply r ON r.annotation_id = a.id
       JOIN reaction x ON x.reply_id = r.id ${of} AND ${replies} AND ${has('replies')}) y`,
    [...values, documents.map(({ essay }) => essay)],
  );
  return row?.last ?? null;
}

/** Columns, rather than JSON made by PostgreSQL: that takes it longer than all the rest. */
const sql = (chosen: Chosen, { hasOthers }: ListedDocument) => {
  const [essay, version] = [chosen.values.length + 1, chosen.values.length + 2];
  return `
  SELECT a.id, a.author_id, n.start, n."end", a.visibility, a.comment_markdown, a.created_at, a.edited_at, a.held,
    CASE WHEN ${chosen.byThen('a.resolved_at')} THEN a.resolved_at END, a.resolved_by_id, n.state, n.method, n.confidence,
    ARRAY(SELECT y.tag_id FROM annotation_tag y WHERE y.annotation_id = a.id),
    ${ifAny('reaction x', 'x.annotation_id = a.id', reactions('annotation_id', 'a.id', chosen))},
    ${chosen.has('replies') ? ifAny('reply r', 'r.annotation_id = a.id', replies(chosen)) : 'NULL'},
    CASE WHEN a.via <> '{}' THEN to_json(a.via) END
  FROM annotation a JOIN anchor n ON n.annotation_id = a.id AND n.essay_version_id = $${version}::uuid
  ${hasOthers ? `JOIN target t ON t.annotation_id = a.id AND t.essay_version_id = $${version}::uuid` : ''}
  WHERE ${chosen.annotations} AND a.essay_id = $${essay}::uuid ORDER BY n.start, n."end", a.id`;
};

/**
 * The chosen annotations that were made on a version, by (start, end, id), so many at a time. Each is made when it is
 * asked for: a thousand at once would outlive the young generation, and take as long to collect as to make.
 */
export async function* corpusAnnotations(
  reading: Reading,
  document: ListedDocument,
  text: CountedText,
): AsyncGenerator<Iterable<CorpusAnnotation>> {
  const { snapshot, chosen } = reading;
  const values = [...chosen.values, document.essay, document.id];
  for await (const rows of snapshot.batches(sql(chosen, document), values)) yield made(rows, reading, text);
}

function* made(rows: readonly Cells[], reading: Reading, text: CountedText): Generator<CorpusAnnotation> {
  for (const row of rows) yield annotationOf(row, reading, text);
}

/** By place in the row, as `sql` names them: to take a row apart by a pattern makes garbage a million times. */
function annotationOf(
  row: Cells,
  { personOf, slugsOf, cards }: Reading,
  text: CountedText,
): CorpusAnnotation {
  const id = row[0]!;
  const comment = row[5] ?? null;
  const resolvedBy = row[10];
  const reacted = row[15];
  const replied = row[16];
  const passage = corpusPassage(text, { start: Number(row[2]), end: Number(row[3]) });
  const made: CorpusAnnotation = {
    kind: 'annotation',
    id,
    // Whoever is left out wrote none of the chosen.
    person: personOf(row[1]!)!,
    start: passage.start,
    end: passage.end,
    startPoint: passage.startPoint,
    endPoint: passage.endPoint,
    quote: passage.quote,
    prefix: passage.prefix,
    suffix: passage.suffix,
    tags: slugsOf(row[14]!),
    comment: comment === null ? null : mentionedPeople(comment, personOf),
    visibility: row[4] as CorpusAnnotation['visibility'],
    held: row[8] as CorpusAnnotation['held'],
    resolved: row[9] ? { person: resolvedBy ? personOf(resolvedBy) : null, at: wireTimeOf(row[9]) } : null,
    created: wireTimeOf(row[6]!),
    modified: row[7] ? wireTimeOf(row[7]) : null,
    anchor: { state: row[11]!, method: row[12]!, confidence: Number(row[13]) },
    reactions: reacted ? reactionsOf(JSON.parse(reacted), personOf) : none,
    cards: cards.get(id) ?? none,
    replies: replied
      ? standingReplies((JSON.parse(replied) as ReplyCells[]).map((one) => replyOf(one, personOf)))
      : none,
  };
  return row[17] ? { ...made, via: JSON.parse(row[17]) } : made;
}

const none: readonly never[] = [];

/**
 * Slugs of an array of tag ids as PostgreSQL writes it, `{id,id}`, in the order of the vocabulary. There are few
 * different ones, so each is kept.
 */
export function slugReader(
  vocabulary: readonly { id: string; slug: string }[],
): (ids: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (ids) => {
    const found = known.get(ids);
    if (found) return found;
    const borne = new Set(ids.slice(1, -1).split(','));
    const slugs = vocabulary.flatMap(({ id, slug }) => (borne.has(id) ? slug : []));
    if (known.size < 1_000) known.set(ids, slugs);
    return slugs;
  };
}

/** `2026-11-21 07:03:24.12+00` → `2026-11-21T07:03:24.120Z`: PostgreSQL's own `to_char` takes ten times as long. */
function wireTimeOf(time: string): string {
  const fraction = time.slice(20, -3).padEnd(3, '0');
  return `${time.slice(0, 10)}T${time.slice(11, 19)}.${fraction}Z`;
}

type ReactionCells = [kind: string, user: string];
type WordCells = [
  author: string,
  comment: string,
  modified: string | null,
  held: string | null,
  ReactionCells[] | null,
];
type ReplyCells = [id: string, parent: string | null, created: string, words: WordCells | null];

const reactionsOf = (reactions: readonly ReactionCells[] | null, personOf: PersonOf): CorpusReaction[] =>
  (reactions ?? []).flatMap(([kind, user]) => {
    const person = personOf(user);
    return person ? { kind, person } : [];
  });

function replyOf([id, parent, created, words]: ReplyCells, personOf: PersonOf): CorpusReply {
  const person = words && personOf(words[0]);
  if (!words || !person) return { id, parent, words: null, held: null, created, reactions: [] };
  const [, comment, modified, held, reactions] = words;
  return {
    id,
    parent,
    created,
    held: held as CorpusReply['held'],
    words: { person, comment: mentionedPeople(comment, personOf), modified },
    reactions: reactionsOf(reactions, personOf),
  };
}
