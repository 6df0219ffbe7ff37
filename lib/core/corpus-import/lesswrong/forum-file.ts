import type { CorpusDocument } from '@/lib/core/corpus/corpus';
import type { CountedText } from '@/lib/core/corpus/corpus-range';
import { checked } from '@/lib/core/corpus-import/checked-rows';
import type { BadRow } from '@/lib/core/corpus-import/import-report';
import { isoTime } from '@/lib/core/corpus-import/iso-time';
import { parsedJson } from '@/lib/core/corpus-import/lines-of';
import { whatItIs } from '@/lib/core/corpus-import/what-it-is';
import { grouped } from '@/lib/core/crux/grouped';
import { ForumComment, type ForumItem, ForumPost, forumItems } from './forum-json';
import { nameOf, soundItem } from './forum-parts';
import { reactsLeftOut } from './forum-reacts';
import { textOf } from './forum-text';
import { type ForumThread, type Said, threadsOf } from './forum-threads';
import { wordsOf } from './forum-words';

export interface PostWithComments {
  row: number;
  it: ForumPost;
  created: string;
  document: CorpusDocument;
  /** Null where the file has not got it. */
  text: CountedText | null;
  threads: readonly ForumThread[];
}

/** What a file holds, and what could not be read of it. */
interface ForumFile {
  posts: PostWithComments[];
  bad: BadRow[];
}

/** `alien`: what the file is, where it has neither posts nor comments. */
export function forumFile(content: string): ForumFile | { alien: string } {
  const json = parsedJson(content);
  const items = forumItems(json);
  if (items.length === 0) return { alien: whatItIs(content, json) };
  const bad: BadRow[] = [];
  const sound = items.map((item) => soundItem(item, bad));
  const posts = postsIn(sound, bad);
  const comments = grouped(commentsIn(sound, posts, bad), ({ post }) => post);
  const read = [...posts.values()].map(({ it, row, ...rest }): PostWithComments => {
    const said = comments.get(it._id) ?? [];
    const { threads, lost } = threadsOf(said);
    for (const one of lost) bad.push(badComment(one, 'It answers what answers it.'));
    return { row, it, ...rest, threads };
  });
  const reacted = [
    ...read.map(({ row, it }) => ({ row, kind: 'post' as const, it })),
    ...[...comments.values()].flat().map(({ row, it }) => ({ row, kind: 'comment' as const, it })),
  ];
  bad.push(...reactsLeftOut(reacted));
  return { posts: read, bad };
}

type Post = Omit<PostWithComments, 'threads'> & { answer: number };

function postsIn(items: readonly ForumItem[], bad: BadRow[]): Map<string, Post> {
  const posts = new Map<string, Post>();
  for (const { row, answer, kind, value } of items) {
    if (kind !== 'post') continue;
    const post = checked(ForumPost, value);
    const read = 'value' in post ? textOf(post.value) : post.reason;
    const isAgain = 'value' in post && posts.has(post.value._id);
    const reason = 'reason' in post ? post.reason : typeof read === 'string' ? read : null;
    if (reason !== null || isAgain)
      bad.push({ row, what: nameOf({ kind, value }), reason: reason ?? 'It stands in the file before.' });
    else if ('value' in post && typeof read === 'object')
      posts.set(post.value._id, { row, answer, it: post.value, created: read.document.created, ...read });
  }
  return posts;
}

const badComment = ({ row, it }: Pick<Said, 'row' | 'it'>, reason: string): BadRow => ({
  row,
  what: `comment ${it._id}`,
  reason,
});

/** A comment names its post, or came in one answer with it, or the file has but one. */
function commentsIn(
  items: readonly ForumItem[],
  posts: ReadonlyMap<string, Post>,
  bad: BadRow[],
): (Said & { post: string })[] {
  const all = [...posts.values()];
  const found: (Said & { post: string })[] = [];
  for (const { row, answer, kind, value } of items) {
    if (kind !== 'comment') continue;
    const result = checked(ForumComment, value);
    if ('reason' in result) {
      bad.push({ row, what: nameOf({ kind, value }), reason: result.reason });
      continue;
    }
    const it = result.value;
    const near = all.filter((one) => one.answer === answer);
    const post = it.postId
      ? posts.get(it.postId)
      : near.length > 0
        ? near[0]
        : all.length === 1
          ? all[0]
          : undefined;
    const created = isoTime(it.postedAt);
    const words = it.deleted ? null : wordsOf(it);
    if (created === null) bad.push(badComment({ row, it }, '“postedAt” is not a time.'));
    else if (!post) bad.push(badComment({ row, it }, 'The file has not got the post that it is about.'));
    else {
      if (typeof words === 'string') bad.push(badComment({ row, it }, words));
      const edited = isoTime(it.contents?.editedAt ?? undefined);
      found.push({
        row,
        it,
        created,
        edited,
        words: typeof words === 'string' ? null : words,
        post: post.it._id,
      });
    }
  }
  return found;
}
