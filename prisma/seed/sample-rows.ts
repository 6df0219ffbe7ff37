import { codePoints } from '@/lib/core/anchoring/code-points';
import { anchor, describe } from '@/lib/core/anchoring/selectors';
import { commentToMarkdown, markdownToComment } from '@/lib/core/essay/comment-markdown';
import { people } from './people';
import type { SampleAnnotation, SampleReply } from './sample-annotation';

const idOf = (key: keyof typeof people) => people[key].id;

function commentOf(markdown: string) {
  const document = markdownToComment(markdown);
  return { document, markdown: commentToMarkdown(document) };
}

/** All replies of a thread, each after the one it answers. */
function repliesOf({ replies = [] }: Pick<SampleReply, 'replies'>, parent: string | null = null) {
  return replies.flatMap((reply): ReplyRow[] => [
    {
      id: reply.id,
      parent,
      author: idOf(reply.by),
      hoursAgo: reply.hoursAgo,
      comment: commentOf(reply.comment),
    },
    ...repliesOf(reply, reply.id),
  ]);
}

interface ReplyRow {
  id: string;
  parent: string | null;
  author: string;
  hoursAgo: number;
  comment: ReturnType<typeof commentOf>;
}

/** A sample annotation as the database keeps it. Throws when its quote is not in the text exactly once. */
export function annotationRow(text: string, annotation: SampleAnnotation, points = codePoints(text)) {
  const { id, by, quote, tags, hoursAgo, comment, reactions = {}, resolvedBy } = annotation;
  const found = anchor(text, [{ type: 'TextQuoteSelector', ...quote }], points);
  if ('problem' in found) throw new Error(`“${quote.exact}”: ${found.problem.reason}`);
  const replies = repliesOf(annotation);
  return {
    id,
    author: idOf(by),
    hoursAgo,
    /** When the thread last moved. */
    quietHours: Math.min(hoursAgo, ...replies.map((reply) => reply.hoursAgo)),
    resolver: resolvedBy ? idOf(resolvedBy) : null,
    range: found.range,
    selectors: describe(text, found.range, points),
    tags: [...tags],
    comment: comment === null ? null : commentOf(comment),
    replies,
    reactions: Object.entries(reactions).flatMap(([kind, keys]) =>
      keys.map((key) => ({ kind, user: idOf(key) })),
    ),
  };
}
