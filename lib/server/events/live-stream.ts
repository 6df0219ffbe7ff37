import 'server-only';
import { Problem } from '@/lib/core/api/problem';
import type { Standing } from '@/lib/server/data/event-feed';
import type { Follower } from './channel-hub';

/** A live stream of one channel to one browser. */
export interface LiveStream extends Follower {
  /** Where a visitor is; all streams from one address count together. */
  address: string;
  /** Only members see who else reads. */
  member: boolean;
  channel: string;
  /** Whose annotations it tells of; the stream of a group tells of none. Null: a person's own, wherever they are. */
  place: { group: string; essay: string | null } | null;
  ended: boolean;
  end(): void;
}

/** In one instance. */
const mostStreams = { all: 2_000, user: 6, address: 20 };

/** Throws when this instance, the person, or the visitor's address has as many streams as it can take. */
export function demandRoom(
  streams: ReadonlySet<Pick<LiveStream, 'user' | 'address'>>,
  { user, address }: Pick<LiveStream, 'user' | 'address'>,
): void {
  const theirs = [...streams].filter((stream) =>
    user === null ? stream.user === null && stream.address === address : stream.user === user,
  );
  const wait = { retryAfter: 30 };
  if (theirs.length >= (user === null ? mostStreams.address : mostStreams.user))
    throw new Problem(429, 'too-many-streams', 'You have this site open in too many places.', wait);
  if (streams.size >= mostStreams.all)
    throw new Problem(503, 'too-many-streams', 'Too many people are reading live now.', wait);
}

/** Ends the streams of those who may no longer read what all of these follow. */
export function admit(followers: readonly LiveStream[], standing: Standing): void {
  const { open, strangers, moderators, alone } = standing;
  for (const stream of followers) {
    stream.member = open !== null && stream.user !== null && !strangers.has(stream.user);
    stream.moderates = stream.user !== null && moderators.has(stream.user);
    stream.alone = stream.user !== null && alone.has(stream.user);
    if (!open && !stream.member) stream.end();
  }
  endSignedOut(followers, standing);
}

/** Ends the streams of those whose session or API token no longer works. */
export function endSignedOut(followers: Iterable<LiveStream>, { ended }: Pick<Standing, 'ended'>): void {
  if (ended.size === 0) return;
  for (const stream of [...followers])
    if (stream.credential !== null && ended.has(stream.credential)) stream.end();
}
