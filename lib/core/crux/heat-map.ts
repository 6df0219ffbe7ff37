import { byId, grouped } from './grouped';
import { principalComponents } from './principal-components';
import { mean } from './probability';
import type { CountedPosition } from './ranking';

/** People × cards, those who answer alike side by side. */
export interface HeatMap {
  /** Users by the first component. */
  people: string[];
  /** Cards by their weight in it. */
  cards: string[];
  /** Credence in percent by person and card in that order; null: no number. */
  cells: (number | null)[][];
  /** How much of all differences the order accounts for, 0 to 1. */
  explained: number;
}

/** Everybody who gave a number, and every card that got one, ordered by the first principal component. */
export function heatMap(positions: readonly CountedPosition[]): HeatMap {
  const answers = answersOf(positions);
  const { people, cards, cells } = answers;
  const { scores, loadings, explained } = principalComponents(withMeans(cells), 1);
  const rows = orderBy(scores[0] ?? []);
  const columns = orderBy(loadings[0] ?? []);
  return {
    people: rows.map((row) => people[row]!),
    cards: columns.map((column) => cards[column]!),
    cells: rows.map((row) => columns.map((column) => cells[row]![column]!)),
    explained: explained[0] ?? 0,
  };
}

export type AnswerMatrix = Pick<HeatMap, 'people' | 'cards' | 'cells'>;

/** Positions as a matrix in the order of ids, without people and cards that have no number. */
export function answersOf(positions: readonly CountedPosition[]): AnswerMatrix {
  const given = positions.filter(({ credence }) => credence !== null);
  const people = [...new Set(given.map(({ user }) => user))].sort(byId);
  const cards = [...new Set(given.map(({ card }) => card))].sort(byId);
  const column = new Map(cards.map((card, i) => [card, i]));
  const byUser = grouped(given, ({ user }) => user);
  const cells = people.map((user) => {
    const row = new Array<number | null>(cards.length).fill(null);
    for (const { card, credence } of byUser.get(user) ?? []) row[column.get(card)!] = credence;
    return row;
  });
  return { people, cards, cells };
}

/** Fills gaps with the card's mean, so that who did not answer stands in the middle of it (as Polis does). */
export function withMeans(cells: readonly (readonly (number | null)[])[]): number[][] {
  const means = (cells[0] ?? []).map((_, column) => {
    const given = cells.map((row) => row[column]!).filter((cell) => cell !== null);
    return given.length > 0 ? mean(given) : 0;
  });
  return cells.map((row) => row.map((cell, column) => cell ?? means[column]!));
}

/** Positions from the greatest value to the least; equal ones stay as they were. */
const orderBy = (values: readonly number[]) =>
  values.map((_, i) => i).sort((a, b) => values[b]! - values[a]! || a - b);
