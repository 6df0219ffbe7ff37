import 'server-only';
import { Problem } from '@/lib/core/api/problem';
import { standingOf, workingCredentials } from '@/lib/server/data/event-feed';
import type { Follower } from './channel-hub';

/** A live stream of one essay to one browser. */
export interface EssayStream extends Follower {
  /** Null for visitors. */
  user: string | null;
  /** The session or API token it was opened with; it ends with that. */
  credential: string | null;
  /** Where a visitor is; all streams from one address count together. */
  address: string;
  /** Only members see who else reads. */
  member: boolean;
  place: { group: string; essay: string };
  ended: boolean;
  end(): void;
}

/** In one instance. */
const mostStreams = { all: 2_000, user: 6, address: 20 };

/** Throws when this instance, the person, or the visitor's address has as many streams as it can take. */
export function demandRoom(
  streams: ReadonlySet<Pick<EssayStream, 'user' | 'address'>>,
  { user, address }: Pick<EssayStream, 'user' | 'address'>,
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

const idsOf = (streams: EssayStream[], which: 'user' | 'credential') => [
  ...new Set(streams.flatMap((stream) => stream[which] ?? [])),
];

const holds = ({ credential }: EssayStream, working: Set<string>) =>
  credential === null || working.has(credential);

/** Ends the streams of those who may no longer read the essay that all of these follow. */
export async function admit(followers: Iterable<EssayStream>): Promise<void> {
  const streams = [...followers];
  const [first] = streams;
  if (!first) return;
  const watchers = { users: idsOf(streams, 'user'), credentials: idsOf(streams, 'credential') };
  const { open, members, working } = await standingOf(first.place, watchers);
  for (const stream of streams) {
    stream.member = stream.user !== null && members.has(stream.user);
    if (!holds(stream, working) || (!open && !stream.member)) stream.end();
  }
}

/** Ends the streams whose session or token is over: signed out, revoked, expired, or its account removed. */
export async function endSignedOut(followers: Iterable<EssayStream>): Promise<void> {
  const streams = [...followers];
  const credentials = idsOf(streams, 'credential');
  if (credentials.length === 0) return;
  const working = await workingCredentials(credentials);
  for (const stream of streams) if (!holds(stream, working)) stream.end();
}
