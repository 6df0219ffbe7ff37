import 'server-only';
import { describe } from '@/lib/core/anchoring/selectors';
import type { CorpusAnnotation } from '@/lib/core/corpus/corpus';
import type { CountedText } from '@/lib/core/corpus/corpus-range';
import type { PlacedPassage } from '@/lib/core/corpus-import/place-passage';
import type { PreparedOf } from '@/lib/core/corpus-import/prepared';
import type { Prisma } from '@/prisma/generated/client';
import type { Importing } from './importing';
import type { KnownTag } from './tags';
import type { Ids } from './twins';

type Mark = PreparedOf<'annotation'>;

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
export const rowsNaming = ({ annotation, replies, reactions }: ThreadRows): object[] => [
  ...(annotation ? [annotation] : []),
  ...replies,
  ...reactions,
];

const noRows: ThreadRows = {
  annotation: null,
  target: null,
  anchor: null,
  tags: [],
  replies: [],
  reactions: [],
};

/** Of an annotation that is there: what was answered since. */
export const answersTo = (importing: Importing, mark: Mark, ids: Ids): ThreadRows => ({
  ...noRows,
  replies: repliesOf(importing, mark, ids).rows,
});

interface Placed {
  ids: Ids;
  /** By the slugs of the file. */
  tags: ReadonlyMap<string, KnownTag>;
  place: { essay: string; version: string };
  passage: PlacedPassage;
  text: CountedText;
}

export function wholeThread(importing: Importing, mark: Mark, placed: Placed): ThreadRows {
  const { annotation } = mark;
  const annotationId = placed.ids.annotations.get(annotation.id)!.id;
  const answers = repliesOf(importing, mark, placed.ids);
  const tagIds = new Set(annotation.tags.flatMap((slug) => placed.tags.get(slug)?.id ?? []));
  const reactions = annotation.reactions.map(({ kind, person }) => ({
    kind,
    userId: importing.userOf(person),
    annotationId,
  }));
  return {
    ...rowsOf(importing, mark, { id: annotationId, ...placed }),
    tags: [...tagIds].map((tagId) => ({ annotationId, tagId })),
    replies: answers.rows,
    reactions: [...reactions, ...answers.reactions].filter(({ userId }) => !importing.claimed.has(userId)),
  };
}

function rowsOf(
  { group, userOf }: Importing,
  { annotation, words }: Mark,
  { id, place, passage, text }: Placed & { id: string },
): Pick<ThreadRows, 'annotation' | 'target' | 'anchor'> {
  const { person, visibility, created, modified, resolved, held } = annotation;
  const { start, end } = passage;
  const { state, method, confidence } = passage.anchor;
  const selectors = describe(text.text, { start, end }, text.points);
  return {
    annotation: {
      id,
      groupId: group,
      essayId: place.essay,
      authorId: userOf(person),
      visibility,
      ...(words && { comment: words.document as object, commentMarkdown: words.markdown }),
      createdAt: created,
      editedAt: modified,
      activeAt: activeAt(annotation),
      ...(resolved && { resolvedAt: resolved.at, resolvedById: resolved.person && userOf(resolved.person) }),
      held: visibility === 'group' ? held : null,
      via: [...(annotation.via ?? [])],
    },
    target: { annotationId: id, essayVersionId: place.version, selectors: selectors as object[] },
    anchor: {
      annotationId: id,
      essayVersionId: place.version,
      start,
      end,
      state: state.slice(0, 40),
      method: method.slice(0, 40),
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
  { annotations, replies }: Ids,
): Pick<ThreadRows, 'reactions'> & { rows: ThreadRows['replies'] } {
  const rows: ThreadRows['replies'] = [];
  const reactions: ThreadRows['reactions'] = [];
  const annotationId = annotations.get(annotation.id)!.id;
  for (const [i, reply] of annotation.replies.entries()) {
    const { id, isThere } = replies.get(reply.id)!;
    if (isThere) matched.replies++;
    if (isThere) continue;
    created.replies++;
    const words = replyWords[i];
    rows.push({
      id,
      annotationId,
      parentId: reply.parent && (replies.get(reply.parent)?.id ?? null),
      authorId: userOf(words ? (reply.words?.person ?? null) : null),
      createdAt: reply.created,
      comment: (words?.document ?? emptyComment) as object,
      commentMarkdown: words?.markdown ?? '',
      editedAt: reply.words?.modified ?? null,
      held: words ? reply.held : null,
      ...(!words && { deletedAt: reply.created }),
    });
    for (const { kind, person } of reply.reactions)
      reactions.push({ kind, userId: userOf(person), replyId: id });
  }
  return { rows, reactions };
}

const emptyComment = { type: 'doc', content: [{ type: 'paragraph' }] };
