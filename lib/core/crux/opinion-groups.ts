import { kMeans, silhouette } from './clusters';
import { type AnswerMatrix, answersOf, withMeans } from './heat-map';
import { principalComponents } from './principal-components';
import type { CountedPosition } from './ranking';

/** Below these a picture of groups misleads: people who answered enough, and cards that at least two of them share. */
const ENOUGH = { people: 15, cards: 7 };
/** Clusters with a lesser silhouette have "no substantial structure" (Kaufman and Rousseeuw 1990). */
const CLEAR = 0.25;

export type OpinionGroups =
  | {
      kind: 'too-little-data';
      /** What there is, and what it takes. */
      people: number;
      cards: number;
      needed: { people: number; cards: number };
    }
  | { kind: 'no-clear-groups'; silhouette: number }
  | {
      kind: 'groups';
      /** Users of each, the greatest first. */
      groups: string[][];
      /** 0.25 to 1; stands beside the groups wherever they are shown. */
      silhouette: number;
    };

/**
 * People who answer alike, as in Polis: the first two components of the mean-filled matrix, k-means for k from 2 to
 * min(5, 2 + ⌊people / 12⌋), the best silhouette. A person takes part from 7 shared cards on.
 */
export function opinionGroups(positions: readonly CountedPosition[]): OpinionGroups {
  const { people, cards, cells } = sharedAnswers(answersOf(positions));
  if (people.length < ENOUGH.people || cards.length < ENOUGH.cards) {
    return { kind: 'too-little-data', people: people.length, cards: cards.length, needed: ENOUGH };
  }
  const points = projected(cells);
  const most = Math.min(5, 2 + Math.floor(people.length / 12));
  const splits = Array.from({ length: most - 1 }, (_, i) => {
    const labels = kMeans(points, i + 2);
    return { labels, silhouette: silhouette(points, labels) };
  });
  const best = splits.reduce((a, b) => (b.silhouette > a.silhouette ? b : a));
  if (best.silhouette < CLEAR) return { kind: 'no-clear-groups', silhouette: best.silhouette };
  const groups = [...new Set(best.labels)]
    .map((label) => people.filter((_user, i) => best.labels[i] === label))
    .sort((a, b) => b.length - a.length);
  return { kind: 'groups', groups, silhouette: best.silhouette };
}

/** The cards that two or more answered, and the people who answered enough of them. */
function sharedAnswers({ people, cards, cells }: AnswerMatrix): AnswerMatrix {
  const given = (row: readonly (number | null)[]) => row.filter((cell) => cell !== null).length;
  const columns = cards.map((_, c) => c).filter((c) => given(cells.map((row) => row[c]!)) >= 2);
  const narrow = cells.map((row) => columns.map((c) => row[c]!));
  const rows = people.map((_, r) => r).filter((r) => given(narrow[r]!) >= ENOUGH.cards);
  return {
    people: rows.map((r) => people[r]!),
    cards: columns.map((c) => cards[c]!),
    cells: rows.map((r) => narrow[r]!),
  };
}

/** Points in the plane; who answered less is pushed out by √(cards / answers), or gaps would draw everybody to the middle. */
function projected(cells: readonly (readonly (number | null)[])[]): number[][] {
  const { scores } = principalComponents(withMeans(cells), 2);
  return cells.map((row, r) => {
    const scale = Math.sqrt(row.length / row.filter((cell) => cell !== null).length);
    return scores.map((component) => component[r]! * scale);
  });
}
