import { grouped } from '@/lib/core/crux/grouped';
import type { CorpusReply } from './corpus';

export interface ReplyBranch {
  reply: CorpusReply;
  answers: readonly ReplyBranch[];
}

/** The replies of an annotation under what they answer. */
export function replyTree(replies: readonly CorpusReply[]): readonly ReplyBranch[] {
  const answers = grouped(replies, ({ parent }) => parent ?? '');
  const under = (parent: string): ReplyBranch[] =>
    (answers.get(parent) ?? []).map((reply) => ({ reply, answers: under(reply.id) }));
  return under('');
}
