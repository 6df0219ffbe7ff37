import type { CorpusPerson } from '@/lib/core/corpus/corpus';
import { checkedEach } from '@/lib/core/corpus-import/checked-rows';
import type { SourcePiece } from '@/lib/core/corpus-import/corpus-source';
import { JsonlPerson } from '@/lib/core/export/jsonl/jsonl-line';

/** Those whom a line lists, by their ids. */
export type LinePeople = ReadonlyMap<string, CorpusPerson>;

export function* linePeople(values: unknown, row: number): Generator<SourcePiece, LinePeople> {
  const people = yield* checkedEach(JsonlPerson.strip(), values, { row, kind: 'person' });
  return new Map(people.map((person) => [person.id, person]));
}

export const unknownPerson = 'It names a person whom the line does not list.';
