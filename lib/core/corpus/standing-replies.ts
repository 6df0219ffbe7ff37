import type { CorpusReply } from './corpus';

/** The replies of a thread without those that have no words and that nobody with words answers, in the same order. */
export function standingReplies(replies: readonly CorpusReply[]): CorpusReply[] {
  const parents = new Map(replies.map(({ id, parent }) => [id, parent]));
  const standing = new Set<string>();
  for (const { id, words } of replies) {
    for (let at: string | null = words && id; at !== null && !standing.has(at); at = parents.get(at) ?? null)
      standing.add(at);
  }
  return replies.filter(({ id }) => standing.has(id));
}
