import { sum } from './counted-items';
import { corrected, type Measure, undefinedBecause } from './measure';
import { type Continuum, inOrder, lengthOf, type Unit } from './unit';

export interface AlphaU {
  alpha: Measure;
  byValue: Map<string, { alpha: Measure; observed: number; expected: number }>;
}

/** A unit, or the gap between two. */
type Section = Pick<Unit, 'start' | 'end'> & { isUnit: boolean };

/**
 * α_U by value, and overall 1 − mean Do / mean De; in a continuum from 0. Units of one annotator and value must not
 * overlap. Its authors found it to misbehave for more than two annotators (Krippendorff, Mathet, Bouvry, Widlöcher
 * 2016): it stands here to compare with older work.
 * Source: K. Krippendorff, On the reliability of unitizing contiguous data, Sociological Methodology 25 (1995) 47-76, with
 * the correction of Content Analysis, 2nd ed. (2004) 251-256.
 */
export function alphaU({ length, annotators }: Continuum): AlphaU {
  const units = annotators.map((own) => own.filter((unit) => lengthOf(unit) > 0));
  const values = [...new Set(units.flat().map(({ value }) => value))].sort();
  const none = (because: 'one-annotator' | 'no-length' | 'nothing-marked') => ({
    alpha: undefinedBecause(because),
    byValue: new Map(),
  });
  if (annotators.length < 2) return none('one-annotator');
  if (length === 0) return none('no-length');
  if (values.length === 0) return none(annotators.flat().length > 0 ? 'no-length' : 'nothing-marked');
  const byValue = new Map(
    values.map((value) => {
      const sections = units.map((own) =>
        sectionsOf(
          own.filter((unit) => unit.value === value),
          length,
        ),
      );
      const [observed, expected] = [observedIn(sections, length), expectedIn(sections, length)];
      return [value, { alpha: corrected(observed, expected), observed, expected }];
    }),
  );
  const all = [...byValue.values()];
  const alpha = corrected(sum(all.map(({ observed }) => observed)), sum(all.map(({ expected }) => expected)));
  return { alpha, byValue };
}

function sectionsOf(units: readonly Unit[], length: number): Section[] {
  const sections: Section[] = [];
  let at = 0;
  for (const { start, end } of [...units].sort(inOrder)) {
    if (start > at) sections.push({ start: at, end: start, isUnit: false });
    sections.push({ start, end, isUnit: true });
    at = end;
  }
  if (at < length) sections.push({ start: at, end: length, isUnit: false });
  return sections;
}

/** δ² of two sections: of units that meet, the squares by which begins and ends differ; of a unit within a gap, its length squared. */
export function sectionDistance(one: Section, other: Section): number {
  if (Math.max(one.start, other.start) >= Math.min(one.end, other.end)) return 0;
  if (one.isUnit && other.isUnit) return (one.start - other.start) ** 2 + (one.end - other.end) ** 2;
  if (one.isUnit === other.isUnit) return 0;
  const [unit, gap] = one.isUnit ? [one, other] : [other, one];
  return gap.start <= unit.start && unit.end <= gap.end ? lengthOf(unit) ** 2 : 0;
}

function observedIn(annotators: readonly Section[][], length: number): number {
  const m = annotators.length;
  let apart = 0;
  for (let i = 0; i < m; i++)
    for (let j = i + 1; j < m; j++) apart += distanceOf(annotators[i]!, annotators[j]!);
  return (2 * apart) / (m * (m - 1) * length ** 2);
}

/** Walks two rows of sections side by side: only those that intersect are apart. */
function distanceOf(ones: readonly Section[], others: readonly Section[]): number {
  let [i, j, apart] = [0, 0, 0];
  while (i < ones.length && j < others.length) {
    const [one, other] = [ones[i]!, others[j]!];
    apart += sectionDistance(one, other);
    if (one.end <= other.end) i++;
    if (other.end <= one.end) j++;
  }
  return apart;
}

function expectedIn(annotators: readonly Section[][], length: number): number {
  const all = annotators.flat();
  const units = all.filter(({ isUnit }) => isUnit).map(lengthOf);
  const gaps = all.filter(({ isUnit }) => !isUnit).map(lengthOf);
  const positions = annotators.length * length;
  const apart = units.map((l) => {
    const room = sum(gaps.filter((gap) => gap >= l).map((gap) => gap - l + 1));
    return ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * room;
  });
  const within = sum(units.map((l) => l * (l - 1)));
  return ((2 / length) * sum(apart)) / (positions * (positions - 1) - within);
}
