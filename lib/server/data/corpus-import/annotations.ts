import 'server-only';
import { setImmediate as breathe } from 'node:timers/promises';
import { describe } from '@/lib/core/anchoring/selectors';
import type { CorpusAnnotation } from '@/lib/core/corpus/corpus';
import type { CountedText } from '@/lib/core/corpus/corpus-range';
import { nthNamed } from '@/lib/core/corpus-import/checked-rows';
import { type PlacedPassage, placePassage, whyNowhere } from '@/lib/core/corpus-import/place-passage';
import type { Prepared } from '@/lib/core/corpus-import/prepared';
import { query, transaction } from '@/lib/server/data/database';
import type { Prisma } from '@/prisma/generated/client';
import type { Importing } from './importing';
import { type SettledId, settledIds } from './settled-ids';
import type { KnownTag } from './tags';
import { type PlannedTexts, textOf } from './texts';
import { settleTwins } from './twins';

type Mark = Extract<Prepared, { kind: 'annotation' }>;

/** Rows of one annotation with its thread; of one that is there, what was answered since. */
export interface ThreadRows {
  annotation: Prisma.AnnotationCreateManyInput | null;
  target: Prisma.TargetCreateManyInput | null;
  anchor: Prisma.AnchorCreateManyInput | null;
  tags: Prisma.AnnotationTagCreateManyInput[];
  replies: Prisma.ReplyCreateManyInput[];
  reactions: Prisma.ReactionCreateManyInput[];
}

/** Those of its rows that name people. */
export const rowsOfThread = ({ annotation, replies, reactions }: ThreadRows): object[] => [
  ...(annotation ? [annotation] : []),
  ...replies,
  ...reactions,
];

export interface PlannedThreads {
  rows: ThreadRows[];
  /** What annotations of the file are called in the group, as far as they have a place there. */
  ids: Map<string, string>;
  /** How many of each document of the file have a place. */
  placed: Map<string, number>;
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
export async function planThreads(importing: Importing, { texts, tags }: Places): Promise<PlannedThreads> {
  const { corpus, orphaned, created, matched, bad, alone } = importing;
  const marks = corpus.records.filter((one): one is Mark => one.kind === 'annotation');
  const ids = await settledIds(
    importing,
    'annotation',
    marks.map(({ annotation }) => annotation.id),
  );
  const replies = await settledIds(
    importing,
    'reply',
    marks.flatMap(({ annotation }) => annotation.replies.map(({ id }) => id)),
  );
  await settleTwins(importing, texts, { annotations: ids, replies });
  const gone = await deleted([...ids.values()].filter(({ isThere }) => isThere).map(({ id }) => id));
  const planned: PlannedThreads = { rows: [], ids: new Map(), placed: new Map() };
  let document: Extract<Prepared, { kind: 'document' }>['document'] | null = null;
  let text: CountedText | null = null;
  let turn = 0;
  for (const record of corpus.records) {
    if (record.kind === 'document') {
      document = record.document;
      text = null;
    }
    if (record.kind !== 'annotation' || !document) continue;
    if (++turn % inOneGo === 0) await breathe();
    const { annotation, row, nth } = record;
    const settled = ids.get(annotation.id)!;
    const place = texts.get(document.id);
    const orphan = (reason: string) =>
      orphaned.push({ row, nth, text: document!.title, quote: annotation.quote, reason });
    if (!place && settled.isThere) matched.annotations++;
    if (!place && settled.isThere) continue;
    if (!place) {
      orphan('The group has no such text, and the file does not bring it.');
      continue;
    }
    if (alone.has(place.essay)) {
      bad.push({ row, what: nthNamed('annotation', { nth, id: annotation.id }), reason: readAlone });
      continue;
    }
    if (settled.isThere) {
      matched.annotations++;
      if (gone.has(settled.id)) continue;
      planned.rows.push({ ...noRows, replies: repliesOf(importing, record, { settled, replies }).rows });
    } else {
      text ??= await textOf(place);
      const passage = placePassage(text, annotation);
      if (!passage) {
        orphan(whyNowhere(text, annotation));
        continue;
      }
      created.annotations++;
      const answers = repliesOf(importing, record, { settled, replies });
      planned.rows.push({
        ...rowsOf(importing, record, { id: settled.id, place, passage, text }),
        tags: [...new Set(annotation.tags.flatMap((slug) => tags.get(slug)?.id ?? []))].map((tagId) => ({
          ...{ annotationId: settled.id, tagId },
        })),
        replies: answers.rows,
        reactions: [
          ...annotation.reactions.map(({ kind, person }) => ({
            ...{ kind, userId: importing.userOf(person), annotationId: settled.id },
          })),
          ...answers.reactions,
        ].filter(({ userId }) => !importing.claimed.has(userId)),
      });
    }
    planned.ids.set(annotation.id, settled.id);
    planned.placed.set(document.id, (planned.placed.get(document.id) ?? 0) + 1);
  }
  return planned;
}

const noRows: ThreadRows = {
  ...{ annotation: null, target: null, anchor: null, tags: [], replies: [], reactions: [] },
};

async function deleted(ids: string[]): Promise<Set<string>> {
  const rows = await query<{ id: string }>(
    'deleted-annotations',
    'SELECT id FROM annotation WHERE id = ANY($1::uuid[]) AND deleted_at IS NOT NULL',
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

interface Placed {
  id: string;
  place: { essay: string; version: string };
  passage: PlacedPassage;
  text: CountedText;
}

function rowsOf(
  { group, userOf }: Importing,
  { annotation, words }: Mark,
  { id, place, passage, text }: Placed,
): Pick<ThreadRows, 'annotation' | 'target' | 'anchor'> {
  const { person, visibility, created, modified, resolved, held } = annotation;
  const { start, end } = passage;
  const { state, method, confidence } = passage.anchor;
  const selectors = describe(text.text, { start, end }, text.points);
  return {
    annotation: {
      ...{ id, groupId: group, essayId: place.essay, authorId: userOf(person), visibility },
      ...(words && { comment: words.document as object, commentMarkdown: words.markdown }),
      ...{ createdAt: created, editedAt: modified, activeAt: activeAt(annotation) },
      ...(resolved && { resolvedAt: resolved.at, resolvedById: resolved.person && userOf(resolved.person) }),
      held: visibility === 'group' ? held : null,
      via: [...(annotation.via ?? [])],
    },
    target: { annotationId: id, essayVersionId: place.version, selectors: selectors as object[] },
    anchor: {
      ...{ annotationId: id, essayVersionId: place.version, start, end },
      ...{ state: state.slice(0, 40), method: method.slice(0, 40) },
      confidence: Math.min(1, Math.max(0, confidence)),
    },
  };
}

/** Last change of anything in the thread. */
const activeAt = ({ created, modified, resolved, replies }: CorpusAnnotation): string =>
  [
    modified,
    resolved?.at,
    ...replies.flatMap(({ created, words }) => [created, words?.modified]),
  ].reduce<string>((last, time) => (time && time > last ? time : last), created);

/** New replies of a thread; without words, as ones that were taken away and that others answer. */
function repliesOf(
  { userOf, created, matched }: Importing,
  { annotation, replyWords }: Mark,
  { settled: thread, replies }: { settled: SettledId; replies: ReadonlyMap<string, SettledId> },
): Pick<ThreadRows, 'reactions'> & { rows: ThreadRows['replies'] } {
  const rows: ThreadRows['replies'] = [];
  const reactions: ThreadRows['reactions'] = [];
  for (const [i, reply] of annotation.replies.entries()) {
    const { id, isThere } = replies.get(reply.id)!;
    if (isThere) matched.replies++;
    if (isThere) continue;
    created.replies++;
    const words = replyWords[i];
    rows.push({
      ...{ id, annotationId: thread.id, parentId: reply.parent && (replies.get(reply.parent)?.id ?? null) },
      ...{ authorId: userOf(words ? (reply.words?.person ?? null) : null), createdAt: reply.created },
      ...{ comment: (words?.document ?? emptyComment) as object, commentMarkdown: words?.markdown ?? '' },
      ...{ editedAt: reply.words?.modified ?? null, held: words ? reply.held : null },
      ...(!words && { deletedAt: reply.created }),
    });
    for (const { kind, person } of reply.reactions)
      reactions.push({ kind, userId: userOf(person), replyId: id });
  }
  return { rows, reactions };
}

const emptyComment = { type: 'doc', content: [{ type: 'paragraph' }] };

const atOnce = 250;

/**
 * Writes threads, so many in one transaction: who imports the file again after a failure goes on where it broke off. Takes
 * them off the list, so that what is written does not take up memory.
 */
export async function writeThreads(rows: ThreadRows[]): Promise<void> {
  while (rows.length > 0) {
    const some = rows.splice(-atOnce);
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
