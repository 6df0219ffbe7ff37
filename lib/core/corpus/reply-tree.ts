import type { CorpusReply } from './corpus';

export interface ReplyBranch {
  reply: CorpusReply;
  answers: readonly ReplyBranch[];
}

/** Levels: nobody can read more of them, and each time all below is indented once more. */
const deepest = 12;

/** The replies of an annotation under what they answer; what would stand deeper than the deepest level stands beside it. */
export function replyTree(replies: readonly CorpusReply[]): readonly ReplyBranch[] {
  const roots: ReplyBranch[] = [];
  const places = new Map<string, { beside: ReplyBranch[]; below: ReplyBranch[]; level: number }>();
  for (const reply of replies) {
    const above = reply.parent === null ? undefined : places.get(reply.parent);
    const level = Math.min((above?.level ?? 0) + 1, deepest);
    const beside = above ? (above.level < deepest ? above.below : above.beside) : roots;
    const below: ReplyBranch[] = [];
    beside.push({ reply, answers: below });
    places.set(reply.id, { beside, below, level });
  }
  return roots;
}
