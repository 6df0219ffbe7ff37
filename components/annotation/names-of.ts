import type { Annotation, Person } from '@/lib/core/annotation/annotation';

/** Names for ids, as far as the page knows them: whoever wrote something here; the rest are counted. */
export function namesOf(
  annotations: ReadonlyMap<string, Annotation>,
  ids: readonly string[],
  viewer: Person | null,
): string {
  if (ids.length === 0) return '';
  const names = new Map<string, string>();
  for (const { creator, replies } of annotations.values()) {
    names.set(creator.id, creator.name);
    for (const reply of replies) names.set(reply.creator.id, reply.creator.name);
  }
  const known = ids.flatMap((id) => (id === viewer?.id ? 'you' : (names.get(id) ?? [])));
  const others = ids.length - known.length;
  if (others > 0) known.push(others === 1 ? '1 other' : `${others} others`);
  return known.join(', ');
}
