import 'server-only';
import { setImmediate as breathe } from 'node:timers/promises';
import type { CorpusPerson } from '@/lib/core/corpus/corpus';
import { placePassage } from '@/lib/core/corpus-import/place-passage';
import { externalName, type PreparedOf, type PreparedWords } from '@/lib/core/corpus-import/prepared';
import { grouped } from '@/lib/core/crux/grouped';
import { query } from '@/lib/server/data/database';
import type { Importing } from './importing';
import type { SettledId } from './settled-ids';
import { type PlannedText, type PlannedTexts, textAtHand } from './texts';

type Mark = PreparedOf<'annotation'>;

/** Something that the group has, as far as it tells whether something else is the same. */
interface There {
  id: string;
  created: Date;
  /** Markdown. */
  words: string | null;
  isGone: boolean;
  author: string;
  /** Of the author. */
  name: string;
}

interface ThereMark extends There {
  via: string[];
  version: string;
  start: number;
  end: number;
}

/** Of all in an essay, which are many: without their words. */
const timesSql = `
  SELECT essay_id AS essay, id, created_at AS created FROM annotation
  WHERE group_id = $1::uuid AND essay_id = ANY($2::uuid[]) AND visibility = 'group'`;

const marksSql = `
  SELECT a.id, a.author_id AS author, u.name, a.created_at AS created, a.comment_markdown AS words, a.via,
    a.deleted_at IS NOT NULL AS "isGone", n.essay_version_id AS version, n.start, n."end"
  FROM annotation a JOIN anchor n ON n.annotation_id = a.id JOIN "user" u ON u.id = a.author_id
  WHERE a.id = ANY($1::uuid[]) ORDER BY a.id`;

const repliesSql = `
  SELECT r.id, r.author_id AS author, u.name, r.created_at AS created, r.comment_markdown AS words,
    r.deleted_at IS NOT NULL AS "isGone", r.annotation_id AS thread
  FROM reply r JOIN "user" u ON u.id = r.author_id WHERE r.annotation_id = ANY($1::uuid[]) ORDER BY r.id`;

/** What things of the file are called in the group, by their ids in the file. */
export interface Ids {
  annotations: Map<string, SettledId>;
  replies: Map<string, SettledId>;
}

/** Ids here that are those of some thing of the file already: each is that of one. */
interface Taken {
  annotations: Set<string>;
  replies: Set<string>;
}

/**
 * Finds what the group has under other ids, since it came another way: the same words of the same time by the same author
 * are the same thing, in the same thread or on the same passage. Asked about the marks of a file part by part, in order.
 */
export function twinsAmong(importing: Importing, texts: PlannedTexts, ids: Ids) {
  const taken = { annotations: takenOf(ids.annotations), replies: takenOf(ids.replies) };
  const known = { ids, taken, textOf: textAtHand(), thereAt: thereAtTimes(importing.group) };
  return async (marks: readonly Mark[]): Promise<void> => {
    await settleMarks(importing, freshAmong(marks, texts, ids), known);
    await settleReplies(importing, marks, known);
  };
}

interface Fresh {
  mark: Mark;
  place: PlannedText;
}

function freshAmong(marks: readonly Mark[], texts: PlannedTexts, { annotations }: Ids): Fresh[] {
  return marks.flatMap((mark) => {
    const place = texts.get(mark.text);
    const { id, visibility } = mark.annotation;
    // A text that comes with the file has nothing yet.
    const mayHaveTwin = place && !place.document && visibility === 'group' && !annotations.get(id)!.isThere;
    return mayHaveTwin ? [{ mark, place }] : [];
  });
}

interface Known {
  ids: Ids;
  taken: Taken;
  textOf: ReturnType<typeof textAtHand>;
  thereAt: ReturnType<typeof thereAtTimes>;
}

/**
 * What the group has on the texts of marks, of the same times as they. All of an essay is asked for once, however many
 * parts stand in it: they come together.
 */
function thereAtTimes(group: string) {
  let atHand = new Map<string, Map<number, string[]>>();
  return async (fresh: readonly Fresh[]): Promise<ThereMark[]> => {
    if (fresh.length === 0) return [];
    const essays = [...new Set(fresh.map(({ place }) => place.essay))];
    const unknown = essays.filter((essay) => !atHand.has(essay));
    atHand = new Map(essays.map((essay) => [essay, atHand.get(essay) ?? new Map()]));
    const rows =
      unknown.length > 0
        ? await query<{ essay: string; id: string; created: Date }>('times-of-marks', timesSql, [
            group,
            unknown,
          ])
        : [];
    for (const { essay, id, created } of rows) {
      const times = atHand.get(essay)!;
      const ids = times.get(created.getTime());
      if (ids) ids.push(id);
      else times.set(created.getTime(), [id]);
    }
    const ids = fresh.flatMap(
      ({ mark, place }) => atHand.get(place.essay)!.get(Date.parse(mark.annotation.created)) ?? [],
    );
    return ids.length > 0 ? query<ThereMark>('twins-of-marks', marksSql, [ids]) : [];
  };
}

async function settleMarks(
  importing: Importing,
  fresh: readonly Fresh[],
  { ids, taken, textOf, thereAt }: Known,
) {
  const there = await thereAt(fresh);
  const at = grouped(there, ({ created }) => created.toISOString());
  for (const { mark, place } of fresh) {
    const { annotation, words } = mark;
    const candidates = at.get(iso(annotation.created)) ?? [];
    if (candidates.length === 0) continue;
    await breathe();
    const passage = placePassage(await textOf(place), annotation);
    const twin = candidates.find(
      (one) =>
        !taken.annotations.has(one.id) &&
        one.version === place.version &&
        one.start === passage?.start &&
        one.end === passage.end &&
        hasWords(one, words) &&
        isOfSame(importing, one, annotation),
    );
    if (twin) {
      taken.annotations.add(twin.id);
      ids.annotations.set(annotation.id, { id: twin.id, isThere: true });
    }
  }
}

async function settleReplies(
  importing: Importing,
  marks: readonly Mark[],
  { ids: { annotations, replies }, taken }: Pick<Known, 'ids' | 'taken'>,
) {
  const threads = marks.filter(
    ({ annotation }) =>
      annotations.get(annotation.id)!.isThere &&
      annotation.replies.some(({ id }) => !replies.get(id)!.isThere),
  );
  if (threads.length === 0) return;
  const asked = threads.map(({ annotation }) => annotations.get(annotation.id)!.id);
  const there = await query<There & { thread: string }>('twins-of-replies', repliesSql, [asked]);
  const inThread = grouped(there, ({ thread }) => thread);
  // Whose is certain goes first, so that nobody else's reply is taken for theirs.
  for (const isBy of [isOfSame, isOfSomebody])
    for (const { annotation, replyWords } of threads)
      for (const [i, reply] of annotation.replies.entries()) {
        if (replies.get(reply.id)!.isThere) continue;
        const said = replyWords[i] ?? null;
        const person = reply.words?.person ?? null;
        const twin = inThread
          .get(annotations.get(annotation.id)!.id)
          ?.find(
            (one) =>
              !taken.replies.has(one.id) &&
              one.created.toISOString() === iso(reply.created) &&
              hasWords(one, said) &&
              isBy(importing, one, { person }),
          );
        if (!twin) continue;
        taken.replies.add(twin.id);
        replies.set(reply.id, { id: twin.id, isThere: true });
      }
}

const iso = (time: string): string => new Date(time).toISOString();

const takenOf = (ids: ReadonlyMap<string, SettledId>): Set<string> =>
  new Set([...ids.values()].flatMap(({ id, isThere }) => (isThere ? [id] : [])));

/** What was deleted may have none any more. */
const hasWords = ({ words, isGone }: There, said: PreparedWords | null): boolean =>
  isGone || withoutMentions(words) === withoutMentions(said?.markdown ?? null);

/** People of another source have other ids, and the same name but for pseudonyms; then it may tell where it was taken from. */
export function isOfSame(
  { corpus, userOf, claimed }: Importing,
  there: Pick<There, 'author' | 'name'> & { via?: string[] },
  { person, via = [] }: { person: CorpusPerson | null; via?: readonly string[] },
): boolean {
  if (!person) return false;
  const user = userOf(person);
  if ([user, claimed.get(user)].includes(there.author)) return true;
  // What is somebody's own is nobody else's, however alike.
  if (corpus.head.importer !== undefined) return false;
  return (
    externalName(person.name) === externalName(there.name) || via.some((one) => there.via?.includes(one))
  );
}

/** Or it cannot be told, as one of both has no name or is a pseudonym, which is another in each export. */
const isOfSomebody: typeof isOfSame = ({ corpus }, there, { person }) =>
  person === null || (corpus.head.importer === undefined && (person.pseudonymous || isPseudonym(there.name)));

const isPseudonym = (name: string) => /^reader-[a-z0-9]{8}\b/.test(name);

/** Whom they mention has another id in each group, and another name once they came from elsewhere. */
const withoutMentions = (words: string | null): string =>
  (words ?? '').replace(/\[[^\]\n]*\]\(mention:[^)\s]*\)/g, '[]()');
