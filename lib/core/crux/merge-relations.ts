import type { RelationType } from '@/lib/core/api/card-schemas';
import { grouped } from './grouped';
import type { RelationRow } from './holdings';
import type { Merging, RowChanges } from './merge-plan';

/** What an arrow of this type becomes when the statement at one end is negated. The others have no counterpart and wait for a moderator. */
const negatedType: Partial<Record<RelationType, RelationType>> = {
  supports: 'attacks',
  attacks: 'supports',
  // A crux either way: only which answer speaks for the target changes.
  'crux-for': 'crux-for',
};

interface Placed {
  before: RelationRow;
  after: RelationRow;
}

/**
 * Moves the arrows of `from` to `into`. An arrow between the two would lead to itself and is dropped, of equal ones
 * the accepted one stays. Where support and attack now meet between the same pair, both are proposed again.
 */
export function mergeRelations(rows: readonly RelationRow[], merging: Merging): RowChanges<RelationRow> {
  const placed = rows.map((before) => ({ before, after: moved(before, merging) }));
  const arrows = placed.filter(({ after }) => after.to !== null);
  const settled = settle(arrows.filter(({ after }) => after.from !== after.to));
  settled.kept = withoutContradiction(settled.kept);
  for (const { before } of arrows.filter(({ after }) => after.from === after.to)) {
    settled.heirs.set(before.id, null);
    settled.dropped.push({ row: before, because: 'self-relation' });
  }
  followTargets(
    placed.filter(({ after }) => after.to === null),
    settled,
  );
  return { changed: settled.kept.filter(({ before, after }) => before !== after), dropped: settled.dropped };
}

/** What became of relations: `heirs` names the one that each lives on in, or null where it does not. */
interface Settled {
  kept: Placed[];
  dropped: RowChanges<RelationRow>['dropped'];
  heirs: Map<string, string | null>;
}

function settle(candidates: readonly Placed[]): Settled {
  const settled: Settled = { kept: [], dropped: [], heirs: new Map() };
  for (const twins of grouped(candidates, ({ after }) => placeOf(after)).values()) {
    const winner = twins.reduce((best, twin) => (prefers(twin, best) ? twin : best));
    settled.kept.push(winner);
    for (const { before } of twins) {
      settled.heirs.set(before.id, winner.before.id);
      if (before !== winner.before) settled.dropped.push({ row: before, because: 'duplicate' });
    }
  }
  return settled;
}

/** What undercuts a relation follows it: to its twin where it was a duplicate, out where it was dropped. One may undercut another, so targets go first. */
function followTargets(undercuts: readonly Placed[], settled: Settled) {
  let waiting = undercuts;
  while (waiting.length > 0) {
    const ids = new Set(waiting.map(({ before }) => before.id));
    const ready = waiting.filter(({ after }) => !ids.has(after.toRelation ?? ''));
    const wave = ready.length > 0 ? ready : waiting;
    waiting = waiting.filter((one) => !wave.includes(one));
    const following: Placed[] = [];
    for (const { before, after } of wave) {
      const heir = settled.heirs.get(after.toRelation ?? '');
      if (heir === null) {
        settled.heirs.set(before.id, null);
        settled.dropped.push({ row: before, because: 'target-dropped' });
      } else if (heir === undefined || heir === after.toRelation) following.push({ before, after });
      else following.push({ before, after: { ...after, toRelation: heir } });
    }
    const { kept, dropped, heirs } = settle(following);
    settled.kept.push(...kept);
    settled.dropped.push(...dropped);
    for (const [id, heir] of heirs) settled.heirs.set(id, heir);
  }
}

function moved(row: RelationRow, { from, into, negated }: Merging): RelationRow {
  if (row.from !== from.id && row.to !== from.id) return row;
  const after = {
    ...row,
    from: row.from === from.id ? into.id : row.from,
    to: row.to === from.id ? into.id : row.to,
  };
  if (!negated) return after;
  const type = negatedType[row.type];
  if (type !== undefined) return { ...after, type };
  return row.state === 'accepted' ? { ...after, state: 'proposed' } : after;
}

const placeOf = ({ from, to, toRelation, type }: RelationRow) => `${from} ${to} ${toRelation} ${type}`;

const standing = { accepted: 2, proposed: 1, rejected: 0 };

/** The better reviewed one; of equals the one that was there. */
const prefers = (a: Placed, b: Placed): boolean => {
  const better = standing[a.after.state] - standing[b.after.state];
  return better > 0 || (better === 0 && a.before === a.after && b.before !== b.after);
};

/** Between one pair of cards support and attack cannot both be accepted. */
function withoutContradiction(arrows: readonly Placed[]): Placed[] {
  const opposed = { supports: 'attacks', attacks: 'supports' } as const;
  const taken = new Set(
    arrows.filter(({ after }) => after.state !== 'rejected').map(({ after }) => placeOf(after)),
  );
  return arrows.map(({ before, after }) => {
    const type = after.type === 'supports' || after.type === 'attacks' ? opposed[after.type] : null;
    const isContradicted = type !== null && taken.has(placeOf({ ...after, type }));
    return after.state === 'accepted' && isContradicted
      ? { before, after: { ...after, state: 'proposed' } }
      : { before, after };
  });
}
