import type { CorpusReply } from './corpus';

/**
 * The replies of a thread without those that have no words and that nobody with words answers: in the same order, but for
 * one that stands before what it answers, as where both are of the same time, which comes right after that.
 */
export function standingReplies(replies: readonly CorpusReply[]): CorpusReply[] {
  const parents = new Map(replies.map(({ id, parent }) => [id, parent]));
  const standing = new Set<string>();
  for (const { id, words } of replies) {
    for (let at: string | null = words && id; at !== null && !standing.has(at); at = parents.get(at) ?? null)
      standing.add(at);
  }
  return answersLast(replies.filter(({ id }) => standing.has(id)));
}

function answersLast(replies: CorpusReply[]): CorpusReply[] {
  const coming = new Set(replies.map(({ id }) => id));
  const waiting = new Map<string, CorpusReply[]>();
  const ordered: CorpusReply[] = [];
  for (const first of replies) {
    const placed = [first];
    for (let reply = placed.pop(); reply; reply = placed.pop()) {
      const { id, parent } = reply;
      if (parent !== null && coming.has(parent)) {
        waiting.get(parent)?.push(reply) ?? waiting.set(parent, [reply]);
        continue;
      }
      coming.delete(id);
      ordered.push(reply);
      placed.push(...(waiting.get(id) ?? []).toReversed());
    }
  }
  return ordered;
}
