import 'server-only';
import { db } from './database';

export const essayChannel = (group: string, essay: string) => `essay:${group}:${essay}`;
export const groupChannel = (group: string) => `group:${group}`;
/** Of the group's cards, apart from its own: what happens to them changes nobody's access. */
export const cardsChannel = (group: string) => `cards:${group}`;
export const userChannel = (user: string) => `user:${user}`;

/** What of a group somebody follows: itself and its members, or its cards. */
export type GroupMatter = 'group' | 'cards';
export const groupMatterChannel = (about: GroupMatter, group: string) =>
  about === 'cards' ? cardsChannel(group) : groupChannel(group);

/** The cursor of a channel on which nothing happened yet. */
export const nothingYet = '0.0';

/** Name that instances LISTEN on; the payload is a channel id. */
export const notification = 'cruxbook';

export interface NewEvent {
  channel: string;
  kind: string;
  change: string;
  entity: string;
  /** The reply in that thread to which it happened. */
  reply?: string | undefined;
  actor: string | null;
}

/** An event that says neither what was done nor by whom: only how the thing is now, or that it is gone. */
export const unsaid = { change: 'edited', actor: null } as const;

/**
 * An event of something that others saw neither before nor after: to them it is a number without a meaning (`eventFrame`),
 * which has to be there since they count.
 */
export const unseen = { change: 'unseen', actor: null } as const;

/** In place of an id: something happened that is not for the one who is told. */
export const nothing = '00000000-0000-0000-0000-000000000000';

/** An event of something that is sealed: moderators see no more of it than anybody, so not even what it was is kept. */
export const sealed = { ...unseen, entity: nothing, reply: undefined } as const;

/**
 * Tells those who have an essay open that something was decided about its marks, or taken back. Call it last: whoever annotates
 * the essay waits from here to the commit.
 */
export const publishDecided = (
  { group, essay }: { group: string; essay: string },
  { entity, actor }: { entity: string; actor: string },
): Promise<void> =>
  publish({ channel: essayChannel(group, essay), kind: 'adjudication', change: 'edited', entity, actor });

/**
 * Appends an event to its channel; call it in the transaction of the change it tells of. The channel's row hands out
 * the gapless number, so two writers of one channel queue here until the first commits.
 */
export async function publish({ channel, kind, change, entity, reply, actor }: NewEvent): Promise<void> {
  await db().$executeRaw`
    WITH next AS (
      INSERT INTO channel AS c (id, seq) VALUES (${channel}, 1)
      ON CONFLICT (id) DO UPDATE SET seq = c.seq + 1 RETURNING id, seq
    ), event AS (
      INSERT INTO event (channel_id, seq, kind, change, entity_id, reply_id, actor_id)
      SELECT id, seq, ${kind}, ${change}, ${entity}::uuid, ${reply ?? null}::uuid, ${actor}::uuid FROM next RETURNING channel_id
    )
    SELECT pg_notify(${notification}, channel_id) FROM event`;
}

/**
 * Has all who follow a channel fetch afresh what it is about: a number is left out, which they take for events that they
 * missed. For changes that would be too many events; call it in a transaction.
 */
export async function resync(channel: string, entity: string): Promise<void> {
  await db().$executeRaw`
    INSERT INTO channel AS c (id, seq) VALUES (${channel}, 1) ON CONFLICT (id) DO UPDATE SET seq = c.seq + 1`;
  await publish({ channel, kind: 'group', entity, ...unseen });
}
