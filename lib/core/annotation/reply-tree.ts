import type { Reply } from './annotation';

/** A reply with those that answer it. */
export interface ReplyNode {
  reply: Reply;
  children: ReplyNode[];
}

/** The replies of a thread as a tree, each level in order of creation. */
export function replyTree(replies: readonly Reply[]): ReplyNode[] {
  const nodes = new Map(replies.map((reply) => [reply.id, { reply, children: [] } as ReplyNode]));
  const roots: ReplyNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.reply.parent === null ? undefined : nodes.get(node.reply.parent);
    (parent?.children ?? roots).push(node);
  }
  return roots;
}
