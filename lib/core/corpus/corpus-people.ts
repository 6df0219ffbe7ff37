import { byId } from '@/lib/core/crux/grouped';
import type { CorpusPerson } from './corpus';

/** Collects who is named in a stretch of a file, each once, in the order of their ids. */
export function corpusPeople() {
  const found = new Map<string, CorpusPerson>();
  return {
    /** Their id. */
    add(person: CorpusPerson): string {
      found.set(person.id, person);
      return person.id;
    },
    all: (): CorpusPerson[] => [...found.values()].sort((a, b) => byId(a.id, b.id)),
  };
}
