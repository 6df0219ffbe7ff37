import { z } from 'zod';
import { canonicalText } from '@/lib/core/essay/canonical-text';

/** One name that cannot be kept must not take the thread with it that its owner reacted to. */
const Name = z.string().transform((name) => [...canonicalText(name)].slice(0, 200).join(''));

/** Queries in use ask for either name. */
export const Author = z
  .looseObject({ displayName: Name.nullish(), username: Name.nullish() })
  .transform(({ displayName, username }) => {
    const name = displayName || username;
    return name ? { displayName: name } : null;
  })
  .nullish();

const Contents = z
  .looseObject({
    html: z.string().nullish(),
    markdown: z.string().nullish(),
    editedAt: z.string().nullish(),
  })
  .nullish();

/** Who put one react on something, and on which of its words. */
export const Reactor = z.looseObject({
  displayName: Name.pipe(z.string().min(1)),
  /** Seconding is to click on another's react; `disagreed` is to say that it does not fit. */
  reactType: z.enum(['created', 'seconded', 'disagreed']).default('created'),
  quotes: z.array(z.string()).nullish(),
});
export type Reactor = z.infer<typeof Reactor>;

const Scored = {
  _id: z.string().min(1).max(100),
  postedAt: z.string(),
  user: Author,
  contents: Contents,
  /** Older queries ask for this in place of `contents`. */
  htmlBody: z.string().nullish(),
  pageUrl: z.string().nullish(),
  /** By the name of the react. */
  extendedScore: z.looseObject({ reacts: z.record(z.string(), z.array(Reactor)).nullish() }).nullish(),
};

/** Of a post of ForumMagnum, the software of LessWrong and the EA Forum, what Cruxbook has a place for. */
export const ForumPost = z.looseObject({
  ...Scored,
  title: z.string(),
  slug: z.string().nullish(),
  coauthors: z.array(Author).nullish(),
});
export type ForumPost = z.infer<typeof ForumPost>;

export const ForumComment = z.looseObject({
  ...Scored,
  postId: z.string().nullish(),
  parentCommentId: z.string().nullish(),
  topLevelCommentId: z.string().nullish(),
  deleted: z.boolean().nullish(),
  retracted: z.boolean().nullish(),
});
export type ForumComment = z.infer<typeof ForumComment>;

/** Empty where there is none. */
export const htmlOf = ({ contents, htmlBody }: ForumPost | ForumComment): string =>
  (contents?.html ?? htmlBody ?? '').trim();

/** A thing of the file: `row` counts posts and comments as they stand there, `answer` the answers of the API. */
export interface ForumItem {
  row: number;
  answer: number;
  kind: 'post' | 'comment';
  value: unknown;
}

/** How deep posts and comments lie in an answer: `data.comments.results[0]`, and a list around it. */
const deepest = 8;

/**
 * Posts and comments of a file, however its query named them: whatever has an `_id` and says what it is about or answers
 * is a comment (it may have a title), whatever else has a title is a post, and what was posted without one a comment.
 */
export function forumItems(file: unknown): ForumItem[] {
  const items: ForumItem[] = [];
  const visit = (value: unknown, answer: number, depth: number) => {
    if (typeof value !== 'object' || value === null || depth > deepest) return;
    const isThing = '_id' in value && !Array.isArray(value);
    const isAnswer = isThing && ('parentCommentId' in value || 'postId' in value);
    const isPost = isThing && !isAnswer && 'title' in value;
    const isComment =
      isAnswer || (isThing && !isPost && ['postedAt', 'contents', 'htmlBody'].some((key) => key in value));
    if (isPost || isComment)
      items.push({ row: items.length + 1, answer, kind: isPost ? 'post' : 'comment', value });
    if (!isComment) for (const part of Object.values(value)) visit(part, answer, depth + 1);
  };
  for (const [answer, part] of (Array.isArray(file) ? file : [file]).entries()) visit(part, answer, 0);
  return items;
}
