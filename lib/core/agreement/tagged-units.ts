import { type Annotator, marksByTag } from './annotated-text';
import type { Unit } from './unit';

/**
 * What an annotator marked with any tag as units that do not overlap, as uα needs them: cut where a mark begins or ends,
 * the value being all tags that lie on the stretch ("claim+crux"). Marks of one tag that overlap are one.
 */
export function taggedUnits({ spans }: Pick<Annotator, 'spans'>): Unit[] {
  const edges = [...marksByTag(spans)]
    .flatMap(([tag, { parts }]) =>
      parts.flatMap(({ start, end }) => [
        { at: start, tag, begins: true },
        { at: end, tag, begins: false },
      ]),
    )
    .sort((a, b) => a.at - b.at || Number(a.begins) - Number(b.begins));
  const open = new Set<string>();
  const units: Unit[] = [];
  let from = 0;
  for (const { at, tag, begins } of edges) {
    if (at > from && open.size > 0) units.push({ start: from, end: at, value: [...open].sort().join('+') });
    from = at;
    if (begins) open.add(tag);
    else open.delete(tag);
  }
  return units;
}
