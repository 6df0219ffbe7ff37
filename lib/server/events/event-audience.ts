import 'server-only';
import type { FeedEvent } from '@/lib/server/data/event-feed';
import { unseen } from '@/lib/server/data/events';

/** Who follows a channel, as far as it decides what they see. */
export interface Onlooker {
  user: string | null;
  /** Sees what is held. */
  moderates: boolean;
  /** Reads the essay alone: what is theirs comes on their own channel, and of the rest they only count. */
  alone: boolean;
}

/** As which of the audiences of an event somebody sees it. */
export function audienceOf(
  { change, author, threads }: FeedEvent,
  { user, moderates, alone }: Onlooker,
): string {
  if (alone) return 'nobody';
  const isUnseen = change === unseen.change;
  if (moderates && (threads.has('moderators') || isUnseen)) return 'moderators';
  return user !== null && (threads.has(user) || (isUnseen && user === author)) ? user : 'everybody';
}
