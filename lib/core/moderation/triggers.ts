/** What brings a contribution before moderators, most pressing first. */
export const triggers = ['flagged', 'waiting', 'appealed', 'edited'] as const;
export type Trigger = (typeof triggers)[number];

/** A contribution as far as the queue is concerned. Times are ISO 8601 in UTC, so that they compare as strings. */
export interface Candidate {
  /** It waits for a moderator. */
  pending: boolean;
  /** Version of its text, and the one that a decision stood on last; null: nobody ever decided. */
  version: number;
  decidedVersion: number | null;
  /** When the present text was written. */
  written: string;
  /** Open flags: when they were raised, and whether they are the author's appeal. */
  flags: readonly { at: string; isAppeal: boolean }[];
  /** Until when it is left out, and since when; null: it is not. */
  snoozed: { until: string; since: string } | null;
}

/** Why it is in the queue; nothing when it is not. */
export function triggersOf({ pending, version, decidedVersion, flags }: Candidate): Trigger[] {
  const found: Record<Trigger, boolean> = {
    flagged: flags.some(({ isAppeal }) => !isAppeal),
    waiting: pending && decidedVersion === null,
    appealed: flags.some(({ isAppeal }) => isAppeal),
    edited: decidedVersion !== null && decidedVersion < version,
  };
  // Taken back to where it began, it waits again although somebody once decided.
  const inNone = !triggers.some((trigger) => found[trigger]);
  return triggers.filter((trigger) => found[trigger] || (trigger === 'waiting' && pending && inNone));
}

/** When the newest of what brings it here happened. */
export const waitingSince = ({ written, flags }: Candidate): string =>
  [written, ...flags.map(({ at }) => at)].reduce((latest, at) => (at > latest ? at : latest));

/** A snooze ends early when something new happens to the thing. */
export const isSnoozed = (candidate: Candidate, now: string): boolean =>
  candidate.snoozed !== null &&
  candidate.snoozed.until > now &&
  waitingSince(candidate) <= candidate.snoozed.since;
