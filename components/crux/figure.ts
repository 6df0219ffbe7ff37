import {
  isRanked,
  knownContested,
  negligible,
  type PriorityParts,
  whyLow,
} from '@/lib/core/crux/low-priority';

/** A share or bits, to two digits: what the answers of a reading group can bear. Null, nobody having said, is a dash. */
export function figure(value: number | null): string {
  if (value === null) return '–';
  if (value === 0) return '0';
  if (Math.abs(value) < negligible) return '≈0';
  return value
    .toFixed(2)
    .replace(/^(-?)0\./, '$1.')
    .replace('-', '−');
}

/** How much a card is worth talking about; a dash while that is not known. */
export const priorityFigure = (ranking: PriorityParts): string =>
  figure(isRanked(ranking) ? ranking.priority : null);

const whyWords = {
  unknown: 'nobody has said what rests on it',
  agreed: 'nobody disagrees',
  idle: 'no root question rests on it',
};

/** Why a priority is not known yet, or next to nothing; null where it is neither. */
export function priorityRemark(ranking: PriorityParts): string | null {
  if (knownContested(ranking) === null) return contestedWords(ranking);
  const why = whyLow(ranking);
  return why && whyWords[why];
}

/** What put a card in its place, to stand right after the rank: " · priority .30", or ", as nobody disagrees". */
export function rankedBy(ranking: PriorityParts): string {
  const remark = priorityRemark(ranking);
  return remark === null ? `\u00a0· priority\u00a0${priorityFigure(ranking)}` : `, as ${remark}`;
}

/** How much people disagree, or what it takes to know: never a zero for what nobody can tell. */
export function contestedWords(ranking: Pick<PriorityParts, 'contested' | 'n'>): string {
  const known = knownContested(ranking);
  if (known !== null) return figure(known);
  return ranking.n === 0 ? 'nobody has answered' : 'needs a second answer';
}

/** Below this a figure says more about who happened to answer: five answers count 5/8 (lib/core/crux/contested.ts). */
export const isFew = (answers: number): boolean => answers < 5;
