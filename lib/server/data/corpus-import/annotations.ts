import 'server-only';
import { setImmediate as breathe } from 'node:timers/promises';
import type { OccurrenceRole } from '@/lib/core/api/card-schemas';
import { nthNamed } from '@/lib/core/corpus-import/checked-rows';
import { list } from '@/lib/core/corpus-import/import-report';
import { placePassage, type SoughtPassage, whyNowhere } from '@/lib/core/corpus-import/place-passage';
import type { PreparedOf } from '@/lib/core/corpus-import/prepared';
import { query, transaction } from '@/lib/server/data/database';
import { PackedList, packed } from '@/lib/server/importing/packed';
import { countAlike, type NewThread } from './alike';
import { type Importing, namedIn } from './importing';
import { settledIds } from './settled-ids';
import type { KnownTag } from './tags';
import { type PlannedTexts, textAtHand } from './texts';
import { answersTo, rowsNaming, type ThreadRows, wholeThread } from './thread-rows';
import { type Ids, twinsAmong } from './twins';

type Mark = PreparedOf<'annotation'>;

/** A mark that a decision can speak of: what everybody in the group sees. */
export type Subject = SoughtPassage & { id: string; tags: readonly string[] };

/** Threads, and what those who come after them ask about them. */
export interface PlannedThreads {
  /** Each part is one transaction. */
  rows: PackedList<ThreadRows>;
  /** What annotations of the file are called in the group, as far as they have a place there. */
  ids: Map<string, string>;
  /** How many of each document of the file have a place. */
  placed: Map<string, number>;
  /** Users whom rows name or mention, and tags that they bear. */
  named: Set<unknown>;
  tagIds: Set<string>;
  /** Cards that annotations name, by their ids in the file. */
  links: { annotation: string; card: string; role: OccurrenceRole }[];
  /** Those that decisions speak of, by their ids in the file. */
  subjects: Map<string, Subject>;
}

export interface Places {
  texts: PlannedTexts;
  /** By the slugs of the file. */
  tags: ReadonlyMap<string, KnownTag>;
}

/** Why nothing comes to an essay that whoever imports reads alone. */
export const readAlone = 'You read this essay alone. Import it after the reveal.';

/** So many are placed before others get a turn: to look for a quote may take a millisecond. */
export const inOneGo = 25;

/** Finds a place for each annotation. What has none is told of, with its thread. */
export async function planThreads(importing: Importing, places: Places): Promise<PlannedThreads> {
  const { corpus } = importing;
  const ids = {
    annotations: await settledIds(importing, 'annotation', corpus.ids.annotation),
    replies: await settledIds(importing, 'reply', corpus.ids.reply),
  };
  const settleTwins = twinsAmong(importing, places.texts, ids);
  const planned: PlannedThreads = {
    rows: new PackedList(),
    ids: new Map(),
    placed: new Map(),
    named: new Set(),
    tagIds: new Set(),
    links: [],
    subjects: new Map(),
  };
  const titles = new Map(corpus.texts.map(({ id, title }) => [id, title]));
  const known = { ...places, ids, titles, textOf: textAtHand() };
  for await (const marks of corpus.annotation.takenParts()) {
    await settleTwins(marks);
    const gone = await deletedAmong(marks, ids.annotations);
    const rows: ThreadRows[] = [];
    const fresh: NewThread[] = [];
    for (const [i, mark] of marks.entries()) {
      if (i % inOneGo === 0) await breathe();
      const thread = await threadOf(importing, mark, { ...known, gone });
      if (!thread) continue;
      if (thread.annotation || thread.replies.length > 0) rows.push(thread);
      note(planned, mark, { id: ids.annotations.get(mark.annotation.id)!.id, thread });
      if (thread.annotation && !places.texts.get(mark.text)?.document) fresh.push({ mark, rows: thread });
      if (corpus.spokenOf.has(mark.annotation.id)) noteSubject(planned, mark);
    }
    importing.alike += await countAlike(importing, fresh);
    if (rows.length > 0) planned.rows.add(await packed(rows));
  }
  return planned;
}

function note(planned: PlannedThreads, mark: Mark, { id, thread }: { id: string; thread: ThreadRows }): void {
  const { annotation, text } = mark;
  planned.ids.set(annotation.id, id);
  planned.placed.set(text, (planned.placed.get(text) ?? 0) + 1);
  for (const one of namedIn(rowsNaming(thread))) planned.named.add(one);
  for (const { tagId } of thread.tags) planned.tagIds.add(tagId);
  for (const { id: card, role } of annotation.cards)
    planned.links.push({ annotation: annotation.id, card, role });
}

function noteSubject({ ids, subjects }: PlannedThreads, { annotation }: Mark): void {
  const { visibility, held, startPoint, endPoint, quote, prefix, suffix, anchor, tags } = annotation;
  if (visibility !== 'group' || held !== null) return;
  const passage = { startPoint, endPoint, quote, prefix, suffix, anchor };
  subjects.set(annotation.id, { id: ids.get(annotation.id)!, ...passage, tags });
}

async function deletedAmong(marks: readonly Mark[], ids: Ids['annotations']): Promise<Set<string>> {
  const settled = marks.map(({ annotation }) => ids.get(annotation.id)!);
  const there = settled.flatMap(({ id, isThere }) => (isThere ? [id] : []));
  if (there.length === 0) return new Set();
  const rows = await query<{ id: string }>(
    'deleted-annotations',
    'SELECT id FROM annotation WHERE id = ANY($1::uuid[]) AND deleted_at IS NOT NULL',
    [there],
  );
  return new Set(rows.map(({ id }) => id));
}

interface Known extends Places {
  ids: Ids;
  /** Of the documents of the file. */
  titles: ReadonlyMap<string, string>;
  /** Ids of annotations that were deleted here. */
  gone: ReadonlySet<string>;
  textOf: ReturnType<typeof textAtHand>;
}

/** Null for what does not come, or was deleted. */
async function threadOf(importing: Importing, mark: Mark, known: Known): Promise<ThreadRows | null> {
  const { orphaned, created, matched, bad, alone } = importing;
  const { annotation, row, nth } = mark;
  const settled = known.ids.annotations.get(annotation.id)!;
  const place = known.texts.get(mark.text);
  const orphan = (reason: string) =>
    list(orphaned, { row, nth, text: known.titles.get(mark.text) ?? '', quote: annotation.quote, reason });
  if (place && alone.has(place.essay))
    list(bad, { row, what: nthNamed('annotation', { nth, id: annotation.id }), reason: readAlone });
  else if (settled.isThere) {
    matched.annotations++;
    if (place && !known.gone.has(settled.id)) return answersTo(importing, mark, known.ids);
  } else if (!place) orphan('The group has no such text, and the file does not bring it.');
  else {
    const text = await known.textOf(place);
    const passage = placePassage(text, annotation);
    if (passage) {
      created.annotations++;
      return wholeThread(importing, mark, { ...known, place, passage, text });
    }
    orphan(whyNowhere(text, annotation));
  }
  return null;
}

/** Writes threads, a part in one transaction: who imports the file again after a failure goes on where it broke off. */
export async function writeThreads(rows: PackedList<ThreadRows>): Promise<void> {
  for await (const some of rows.takenParts()) {
    const skipDuplicates = true;
    await transaction(async (tx) => {
      const all = <T>(of: (one: ThreadRows) => readonly T[] | T | null) =>
        some.flatMap((one) => (of(one) ?? []) as T[]);
      await tx.annotation.createMany({ data: all(({ annotation }) => annotation), skipDuplicates });
      await tx.target.createMany({ data: all(({ target }) => target), skipDuplicates });
      await tx.anchor.createMany({ data: all(({ anchor }) => anchor), skipDuplicates });
      await tx.annotationTag.createMany({ data: all(({ tags }) => tags), skipDuplicates });
      await tx.reply.createMany({ data: all(({ replies }) => replies), skipDuplicates });
      await tx.reaction.createMany({ data: all(({ reactions }) => reactions), skipDuplicates });
    });
  }
}
