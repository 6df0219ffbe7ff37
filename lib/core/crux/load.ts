import { grouped } from './grouped';
import { stronglyConnected, targetsOf } from './strongly-connected';

/** An arrow from a crux to its target, with the share of the target that the crux can settle (0 to 1). */
export interface SharedArrow {
  from: string;
  to: string;
  share: number;
}

/** The questions that everything else hangs on where a group has chosen none: targets that are no crux for anything. In order of their arrows. */
export function rootQuestions(arrows: readonly { from: string; to: string }[]): Set<string> {
  const cruxes = new Set(arrows.map(({ from }) => from));
  return new Set(arrows.map(({ to }) => to).filter((target) => !cruxes.has(target)));
}

/** How much a card matters in itself: 1 at the root questions, elsewhere as much as rests on it. */
export const importanceOf = (
  card: string,
  roots: ReadonlySet<string>,
  loads: ReadonlyMap<string, number>,
): number => (roots.has(card) ? 1 : (loads.get(card) ?? 0));

/**
 * How much of the root questions rests on each card that has an arrow, 0 to 1: share × importance of the target,
 * several targets joined by noisy-or, 1 − Π(1 − x) (Pearl 1988, 4.3.2). Importance flows from the roots downwards.
 * Where arrows run in a circle, only those that lead nearer to a root count, so that no card lends itself importance.
 */
export function loadsFrom(roots: ReadonlySet<string>, arrows: readonly SharedArrow[]): Map<string, number> {
  const arrowsOf = grouped(arrows, ({ from }) => from);
  const distance = distances(roots, arrows);
  // What a root matters is given, so it waits for nothing.
  const next = targetsOf(arrows.filter(({ from }) => !roots.has(from)));
  const loads = new Map<string, number>();
  const far = (card: string) => distance.get(card) ?? Number.POSITIVE_INFINITY;

  for (const component of [...stronglyConnected(next.keys(), next), [...roots]]) {
    const circle = new Set(component);
    for (const card of component.sort((a, b) => far(a) - far(b))) {
      const counted = (arrowsOf.get(card) ?? []).filter(
        ({ to }) => roots.has(to) || !circle.has(to) || far(to) < far(card),
      );
      if (counted.length === 0) continue;
      const spared = counted.map(({ to, share }) => 1 - share * importanceOf(to, roots, loads));
      loads.set(card, 1 - spared.reduce((product, factor) => product * factor, 1));
    }
  }
  return loads;
}

/** Arrows between each card and its nearest root; a card that leads to none has no entry. */
function distances(roots: ReadonlySet<string>, arrows: readonly SharedArrow[]): Map<string, number> {
  const back = targetsOf(arrows.map(({ from, to }) => ({ from: to, to: from })));
  const found = new Map([...roots].map((root) => [root, 0]));
  // A map hands out what is added while it is read: it is its own queue.
  for (const [card, steps] of found) {
    for (const crux of back.get(card) ?? []) if (!found.has(crux)) found.set(crux, steps + 1);
  }
  return found;
}
