import 'server-only';
import { threadsOf } from './annotation-json';
import { query } from './database';
import { workingOf } from './sessions';

/** One event with what it is about, as it stands now. */
export interface FeedEvent {
  seq: number;
  kind: string;
  change: string;
  entity: string;
  actor: string | null;
  /** Where its annotation is; null when the event is about something else. */
  group: string | null;
  essay: string | null;
  /** Wire JSON of the annotation with its thread; null: gone, or not for those who follow this channel. */
  thread: string | null;
}

/** What happened on a channel since a place in it. */
export interface Feed {
  /** Null as long as nothing ever happened. */
  epoch: string | null;
  /** Of the channel's newest event. */
  seq: number;
  /** In order, at most `mostEvents`. */
  events: FeedEvent[];
}

export const mostEvents = 100;

/** Annotations that the followers of an essay's channel may see: it is the same for all of them. */
const ofGroup = "a.visibility = 'group'";
/** A person's own channel tells of their own annotations. */
const ofUser = "'user:' || a.author_id = $1";

const feedSql = (visible: string) => `
  WITH news AS MATERIALIZED (
    SELECT * FROM event WHERE channel_id = $1 AND seq > $2::bigint ORDER BY seq LIMIT ${mostEvents}
  ), thread AS (${threadsOf(`
    SELECT a.* FROM annotation a
    WHERE a.id IN (SELECT entity_id FROM news WHERE kind = 'annotation') AND a.deleted_at IS NULL AND ${visible}`)}
  )
  SELECT c.epoch, coalesce(c.seq, 0)::float8 AS newest, news.seq::float8 AS seq, news.kind, news.change,
    news.entity_id AS entity, news.actor_id AS actor, a.group_id AS group, a.essay_id AS essay,
    thread.json::text AS thread
  FROM (SELECT 1) one
  LEFT JOIN channel c ON c.id = $1
  LEFT JOIN news ON true
  LEFT JOIN annotation a ON a.id = news.entity_id
  LEFT JOIN thread ON thread.id = news.entity_id
  ORDER BY news.seq`;

const ofEssayChannel = feedSql(ofGroup);
const ofUserChannel = feedSql(ofUser);

type Row = Omit<FeedEvent, 'seq'> & { epoch: string | null; newest: number; seq: number | null };

/** Events of a channel after `seq`, read at one moment together with what they are about. */
export async function feed(channel: string, seq: number): Promise<Feed> {
  const [name, sql] = channel.startsWith('user:')
    ? (['feed-user', ofUserChannel] as const)
    : (['feed-essay', ofEssayChannel] as const);
  const rows = await query<Row>(name, sql, [channel, seq]);
  const { epoch, newest } = rows[0]!;
  const events = rows.flatMap(({ epoch: _, newest: __, ...event }) =>
    event.seq === null ? [] : [{ ...event, seq: event.seq }],
  );
  return { epoch, seq: newest, events };
}

/** Ids of people who watch, and of the sessions or tokens that they watch with. */
export interface Watchers {
  users: string[];
  credentials: string[];
}

/** Whether everybody may follow an essay, who of the watchers belongs to the group, and whose sign-in still holds. */
export async function standingOf(
  { group, essay }: { group: string; essay: string },
  { users, credentials }: Watchers,
): Promise<{ open: boolean; members: Set<string>; working: Set<string> }> {
  const [row] = await query<{ open: boolean | null; members: string[]; working: string[] }>(
    'standing',
    `SELECT (SELECT g.visibility = 'public' FROM reading_list_entry e JOIN "group" g ON g.id = e.group_id
         WHERE e.group_id = $1::uuid AND e.essay_id = $2::uuid) AS open,
       ARRAY(SELECT m.user_id FROM membership m JOIN reading_list_entry e ON e.group_id = m.group_id
         WHERE m.group_id = $1::uuid AND e.essay_id = $2::uuid AND m.user_id = ANY($3::uuid[])) AS members,
       ${workingOf('$4')} AS working`,
    [group, essay, users, credentials],
  );
  return { open: row?.open ?? false, members: new Set(row?.members), working: new Set(row?.working) };
}

/** Which of these sessions and tokens still work, wherever they are used. */
export async function workingCredentials(credentials: string[]): Promise<Set<string>> {
  const [row] = await query<{ working: string[] }>('working', `SELECT ${workingOf('$1')} AS working`, [
    credentials,
  ]);
  return new Set(row?.working);
}

/** Where channels stand, `<epoch>.<seq>` by id: to notice what no wake-up told of. */
export async function standOf(channels: string[]): Promise<Map<string, string>> {
  const rows = await query<{ id: string; stand: string }>(
    'channel-stands',
    `SELECT id, epoch || '.' || seq AS stand FROM channel WHERE id = ANY($1::text[])`,
    [channels],
  );
  return new Map(rows.map(({ id, stand }) => [id, stand]));
}

/**
 * Where a follower of an essay, who has seen its channel up to `seq`, goes on in their own channel. The two have no
 * common order, so a minute is seen twice; a thread that comes twice is the same thread.
 */
export async function ownCursor(
  own: string,
  { channel, seq }: { channel: string; seq: number },
): Promise<{ epoch: string; seq: number } | null> {
  const [row] = await query<{ epoch: string; seq: number }>(
    'own-cursor',
    `SELECT c.epoch, coalesce(
       (SELECT max(mine.seq) FROM event mine JOIN event seen ON seen.channel_id = $2 AND seen.seq = $3::bigint
        WHERE mine.channel_id = $1 AND mine.created_at < seen.created_at - interval '1 minute'),
       (SELECT min(seq) - 1 FROM event WHERE channel_id = $1), c.seq)::float8 AS seq
     FROM channel c WHERE c.id = $1`,
    [own, channel, seq],
  );
  return row ?? null;
}
