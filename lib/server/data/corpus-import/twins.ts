import 'server-only';
import { setImmediate as breathe } from 'node:timers/promises';
import type { CorpusPerson } from '@/lib/core/corpus/corpus';
import type { CountedText } from '@/lib/core/corpus/corpus-range';
import { placePassage } from '@/lib/core/corpus-import/place-passage';
import { externalName, type Prepared, type PreparedWords } from '@/lib/core/corpus-import/prepared';
import { grouped } from '@/lib/core/crux/grouped';
import { query } from '@/lib/server/data/database';
import type { Importing } from './importing';
import type { SettledId } from './settled-ids';
import { type PlannedText, type PlannedTexts, textOf } from './texts';

type Mark = Extract<Prepared, { kind: 'annotation' }>;

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

const marksSql = `
  SELECT a.id, a.author_id AS author, u.name, a.created_at AS created, a.comment_markdown AS words, a.via,
    a.deleted_at IS NOT NULL AS "isGone", n.essay_version_id AS version, n.start, n."end"
  FROM (SELECT DISTINCT at FROM unnest($3::timestamptz[]) at) t
  JOIN annotation a ON a.group_id = $1::uuid AND a.essay_id = ANY($2::uuid[]) AND a.created_at = t.at
  JOIN anchor n ON n.annotation_id = a.id JOIN "user" u ON u.id = a.author_id
  WHERE a.visibility = 'group' ORDER BY a.id`;

const repliesSql = `
  SELECT r.id, r.author_id AS author, u.name, r.created_at AS created, r.comment_markdown AS words,
    r.deleted_at IS NOT NULL AS "isGone", r.annotation_id AS thread
  FROM reply r JOIN "user" u ON u.id = r.author_id WHERE r.annotation_id = ANY($1::uuid[]) ORDER BY r.id`;

interface Ids {
  annotations: Map<string, SettledId>;
  replies: Map<string, SettledId>;
}

/**
 * Finds what the group has under other ids, since it came another way: the same words of the same time by the same author
 * are the same thing, in the same thread or on the same passage. Each is that of one thing of the file.
 */
export async function settleTwins(importing: Importing, texts: PlannedTexts, ids: Ids): Promise<void> {
  await settleMarks(importing, texts, ids.annotations);
  await settleReplies(importing, ids);
}

async function settleMarks(importing: Importing, texts: PlannedTexts, ids: Ids['annotations']) {
  const fresh: { mark: Mark; place: PlannedText }[] = [];
  let place: PlannedText | undefined;
  for (const record of importing.corpus.records) {
    if (record.kind === 'document') place = texts.get(record.document.id);
    // A text that comes with the file has nothing yet.
    if (record.kind !== 'annotation' || !place || place.document) continue;
    const { id, visibility } = record.annotation;
    if (visibility === 'group' && !ids.get(id)!.isThere) fresh.push({ mark: record, place });
  }
  if (fresh.length === 0) return;
  const essays = [...new Set(fresh.map(({ place }) => place.essay))];
  const times = fresh.map(({ mark }) => mark.annotation.created);
  const there = await query<ThereMark>('twins-of-marks', marksSql, [importing.group, essays, times]);
  const at = grouped(there, ({ created }) => created.toISOString());
  const taken = takenOf(ids);
  let text: CountedText | null = null;
  let of: PlannedText | null = null;
  for (const { mark, place } of fresh) {
    const { annotation, words } = mark;
    const candidates = at.get(iso(annotation.created)) ?? [];
    if (candidates.length === 0) continue;
    await breathe();
    if (of !== place || !text) text = await textOf(place);
    of = place;
    const passage = placePassage(text, annotation);
    const twin = candidates.find(
      (one) =>
        !taken.has(one.id) &&
        one.version === place.version &&
        one.start === passage?.start &&
        one.end === passage.end &&
        hasWords(one, words) &&
        isOfSame(importing, one, annotation),
    );
    if (twin) {
      taken.add(twin.id);
      ids.set(annotation.id, { id: twin.id, isThere: true });
    }
  }
}

async function settleReplies(importing: Importing, { annotations, replies }: Ids): Promise<void> {
  const threads = importing.corpus.records.filter(
    (one): one is Mark =>
      one.kind === 'annotation' &&
      annotations.get(one.annotation.id)!.isThere &&
      one.annotation.replies.some(({ id }) => !replies.get(id)!.isThere),
  );
  if (threads.length === 0) return;
  const asked = threads.map(({ annotation }) => annotations.get(annotation.id)!.id);
  const there = await query<There & { thread: string }>('twins-of-replies', repliesSql, [asked]);
  const inThread = grouped(there, ({ thread }) => thread);
  const taken = takenOf(replies);
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
              !taken.has(one.id) &&
              one.created.toISOString() === iso(reply.created) &&
              hasWords(one, said) &&
              isBy(importing, one, { person }),
          );
        if (!twin) continue;
        taken.add(twin.id);
        replies.set(reply.id, { id: twin.id, isThere: true });
      }
}

const iso = (time: string): string => new Date(time).toISOString();

/** What other things of the file are already. */
const takenOf = (ids: ReadonlyMap<string, SettledId>): Set<string> =>
  new Set([...ids.values()].flatMap(({ id, isThere }) => (isThere ? [id] : [])));

/** What was deleted may have none any more. */
const hasWords = ({ words, isGone }: There, said: PreparedWords | null): boolean =>
  isGone || withoutMentions(words) === withoutMentions(said?.markdown ?? null);

/** People of another source have other ids, and the same name but for pseudonyms; then it may tell where it was taken from. */
function isOfSame(
  { corpus, userOf, claimed }: Importing,
  there: There & { via?: string[] },
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
