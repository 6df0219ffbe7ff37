import { byId, grouped } from '@/lib/core/crux/grouped';
import type { ForumComment } from './forum-json';
import type { ForumWords } from './forum-words';

/** A comment whose shape was checked. */
export interface Said {
  row: number;
  it: ForumComment;
  created: string;
  edited: string | null;
  /** Null where they were deleted, or cannot be kept. */
  words: ForumWords | null;
}

export interface ForumThread {
  root: Said & { words: ForumWords };
  /** By (created, id); `parent` is null for what answers the root. Those without words are answered by others. */
  replies: { said: Said; parent: string | null }[];
}

/**
 * Threads of the comments on one post. What answered a top-level comment that has no words begins a thread of its own.
 * What answers a comment that is not in the file answers the top-level comment above it, or else begins a thread.
 * `lost`: they only answer each other.
 */
export function threadsOf(all: readonly Said[]): { threads: ForumThread[]; lost: Said[] } {
  const known = new Set(all.map(({ it }) => it._id));
  const parentOf = ({ _id, parentCommentId, topLevelCommentId }: ForumComment) =>
    [parentCommentId, topLevelCommentId].find((id) => id && id !== _id && known.has(id)) ?? '';
  const answers = grouped(all, ({ it }) => parentOf(it));
  const answersOf = ({ it }: Said) => answers.get(it._id) ?? [];
  const threads: ForumThread[] = [];
  const reached = new Set<Said>();
  const roots = [...(answers.get('') ?? [])];
  for (const root of roots) {
    reached.add(root);
    const { words } = root;
    if (!words) roots.push(...answersOf(root));
    else threads.push({ root: { ...root, words }, replies: repliesBelow(root, answersOf, reached) });
  }
  return { threads, lost: all.filter((one) => !reached.has(one)) };
}

function repliesBelow(
  root: Said,
  answersOf: (said: Said) => readonly Said[],
  reached: Set<Said>,
): ForumThread['replies'] {
  const found: ForumThread['replies'] = [];
  const add = (said: Said, parent: string | null) => {
    for (const answer of answersOf(said)) {
      reached.add(answer);
      found.push({ said: answer, parent });
    }
  };
  add(root, null);
  for (const { said } of found) add(said, said.it._id);
  const answered = new Set<string | null>();
  const kept = found.toReversed().filter(({ said, parent }) => {
    const isKept = said.words !== null || answered.has(said.it._id);
    if (isKept) answered.add(parent);
    return isKept;
  });
  return kept.sort((a, b) => byId(a.said.created, b.said.created) || byId(a.said.it._id, b.said.it._id));
}
