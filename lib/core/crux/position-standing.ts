import type { CardKind } from '@/lib/core/api/card-schemas';
import type { PositionRow } from './holdings';

/** One wording of a card. */
export interface Wording {
  /** The version of the card from which on it holds; 1 is the first. */
  version: number;
  kind: CardKind;
  statement: string;
  /** Its author said that the sense is the same. */
  wordingOnly: boolean;
}

/** `stale`: the statement has come to say something else since. `inherited`: carried over by a merge and not confirmed. */
export type PositionStanding = 'confirmed' | 'stale' | 'inherited';

/**
 * Which sense a card had at a version: two versions of one sense give the same number. The same words have the same
 * sense, so taking a rewording back makes what was said of the words before count again. `wordings`: oldest first.
 */
function senseAt(wordings: readonly Wording[], version: number): number {
  const said: (Wording & { sense: number })[] = [];
  for (const wording of wordings.filter((one) => one.version <= version)) {
    const same = ({ kind, statement }: Wording) => kind === wording.kind && statement === wording.statement;
    const kin = wording.wordingOnly ? said.at(-1) : said.find(same);
    said.push({ ...wording, sense: kin?.sense ?? wording.version });
  }
  return said.at(-1)?.sense ?? 1;
}

/** Whether a position still says what its author meant; derived, so a reword marks nothing and undoing it restores all. */
export function standingOf(
  { version, inheritedFrom }: Pick<PositionRow, 'version' | 'inheritedFrom'>,
  wordings: readonly Wording[],
): PositionStanding {
  if (senseAt(wordings, version) !== senseAt(wordings, Number.POSITIVE_INFINITY)) return 'stale';
  return inheritedFrom === null ? 'confirmed' : 'inherited';
}
