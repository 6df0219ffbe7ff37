import 'server-only';
import { threadsOf } from './annotation-json';
import { annotationShownTo, type Eyes, everybody, readsAlone } from './audience';
import { query } from './database';
import { unsaid } from './events';
import { keptPlan } from './kept-plan';
import { moderating } from './moderation/waiting';
import { endedOf } from './sessions';
import { stillSaid } from './still-said';

/** One event with what it is about, as it stands now. */
export interface FeedEvent {
  seq: number;
  kind: string;
  change: string;
  entity: string;
  actor: string | null;
  /** Whose card it is; null when the event is about something else. */
  author: string | null;
  /** Where its annotation is; null when the event is about something else. */
  group: string | null;
  essay: string | null;
  /**
   * Wire JSON of the annotation with its thread, by who sees it so: `everybody`, and where something in it is held
   * `moderators` and the id of whoever wrote that. Absent: gone, or not for them.
   */
  threads: ReadonlyMap<string, string>;
}

/** What happened on a channel since a place in it. */
export interface Feed {
  /** Null as long as nothing ever happened. */
  epoch: string | null;
  /** Of the channel's newest event. */
  seq: number;
  /** In order, at most `mostEvents`. */
  events: FeedEvent[];
  standing: Standing;
}

/** Somebody who watches a channel. */
export interface Watcher {
  /** Null for visitors. */
  user: string | null;
  /** The session or API token that they watch with. */
  credential: string | null;
}

/** How those who watch stand to a channel. It names those who may not, since they are few. */
export interface Standing {
  /** Whether anybody may follow the channel; null when what it is about is gone, and nobody may. */
  open: boolean | null;
  /** Users who do not belong to the group. */
  strangers: ReadonlySet<string>;
  /** Users who moderate the group, and see what is held. */
  moderators: ReadonlySet<string>;
  /** Users who read the essay alone. */
  alone: ReadonlySet<string>;
  /** Credentials that no longer work. */
  ended: ReadonlySet<string>;
}

export const mostEvents = 100;

/** The followers of an essay's channel see a thread alike, but for those to whom it shows more because something in it is held. */
const ofGroup = `CROSS JOIN LATERAL (
    WITH held AS (
      SELECT a.author_id AS author WHERE a.held IS NOT NULL
      UNION SELECT r.author_id FROM reply r WHERE r.annotation_id = a.id AND r.held IS NOT NULL AND r.deleted_at IS NULL
    )
    SELECT NULL::uuid AS viewer, false AS moderates
    UNION ALL SELECT NULL, true WHERE EXISTS (SELECT 1 FROM held)
    UNION ALL SELECT author, false FROM held
  ) eyes WHERE a.visibility = 'group'`;
/** A person's own channel tells of what is private to them, or held. */
const ofUser = `CROSS JOIN LATERAL (
    SELECT u.id AS viewer, EXISTS (SELECT 1 FROM membership m WHERE m.group_id = a.group_id AND m.user_id = u.id
      AND m.role IN (${moderating})) AS moderates
    FROM (SELECT split_part($1, ':', 2)::uuid AS id) u
  ) eyes WHERE true`;

const [ofTheGroup, ofTheEssay] = ['group_id', 'essay_id'].map(
  (column, i) => `${column} = split_part($1, ':', ${i + 2})::uuid`,
);
const strangers = `ARRAY(SELECT u FROM unnest($4::uuid[]) u
     WHERE NOT EXISTS (SELECT 1 FROM membership m WHERE m.${ofTheGroup} AND m.user_id = u)) AS strangers`;
const moderators = `ARRAY(SELECT m.user_id FROM membership m
     WHERE m.${ofTheGroup} AND m.user_id = ANY($4::uuid[]) AND m.role IN (${moderating})) AS moderators`;
const aloneInEssay = readsAlone('u', {
  group: "split_part($1, ':', 2)::uuid",
  essay: "split_part($1, ':', 3)::uuid",
});
const nobodyAlone = "'{}'::uuid[] AS alone";
const standingInEssay = `
    (SELECT g.visibility = 'public' FROM reading_list_entry e JOIN "group" g ON g.id = e.group_id
     WHERE e.${ofTheGroup} AND e.${ofTheEssay}) AS open,
    ${strangers}, ${moderators}, ARRAY(SELECT u FROM unnest($4::uuid[]) u WHERE ${aloneInEssay}) AS alone`;
const standingInGroup = `
    (SELECT visibility = 'public' FROM "group" WHERE id = split_part($1, ':', 2)::uuid) AS open,
    ${strangers}, ${moderators}, ${nobodyAlone}`;
const onesOwn = `NULL::boolean AS open, '{}'::uuid[] AS strangers, '{}'::uuid[] AS moderators, ${nobodyAlone}`;

const alone = readsAlone('eyes.viewer', { group: 'a.group_id', essay: 'a.essay_id' });

interface FeedOf {
  audiences: string;
  standing: string;
  /** Of all who follow the channel. */
  eyes: Eyes;
}

/**
 * Planning takes 3 ms where answering takes 0.5. The upper bound of `seq` and the second look at the channel, of which
 * PostgreSQL knows nothing, tell it that news are few, however much ever happened.
 */
const feedSql = ({ audiences, standing, eyes }: FeedOf) =>
  keptPlan(`
  WITH news AS MATERIALIZED (
    SELECT * FROM event WHERE channel_id = $1 AND seq > $2::bigint AND seq < ${Number.MAX_SAFE_INTEGER}
      AND channel_id || '' = $1 ORDER BY seq LIMIT ${mostEvents}
  ), thread AS (${threadsOf(`
    SELECT a.*, eyes.viewer, eyes.moderates FROM annotation a ${audiences}
      AND a.id IN (SELECT entity_id FROM news WHERE kind = 'annotation')
      AND ${annotationShownTo({ viewer: 'eyes.viewer', moderates: 'eyes.moderates', alone })}`)}
  )
  SELECT channel.epoch, coalesce(channel.seq, 0)::float8 AS newest, news.seq::float8 AS seq, news.kind,
    CASE WHEN is_said THEN news.change ELSE '${unsaid.change}' END AS change, news.entity_id AS entity,
    CASE WHEN is_said THEN news.actor_id END AS actor, c.created_by_id AS author, a.group_id AS group, a.essay_id AS essay,
    thread.json::text AS thread, coalesce(thread.viewer::text, CASE WHEN thread.moderates THEN 'moderators'
      ELSE 'everybody' END) AS audience, ${endedOf('$3')} AS ended, ${standing}
  FROM (SELECT 1) one
  LEFT JOIN channel ON channel.id = $1
  LEFT JOIN news ON true
  LEFT JOIN annotation a ON news.kind = 'annotation' AND a.id = news.entity_id
  LEFT JOIN card c ON news.kind = 'card' AND c.id = news.entity_id
  ${stillSaid(eyes)}
  LEFT JOIN thread ON thread.id = news.entity_id
  ORDER BY news.seq`);

const ofEssayChannel = feedSql({ audiences: ofGroup, standing: standingInEssay, eyes: everybody });
const ofNobody = 'CROSS JOIN LATERAL (SELECT NULL::uuid AS viewer, false AS moderates) eyes WHERE false';
/** Nothing that a group's own channels tell of has a thread. */
const ofGroupChannel = feedSql({ audiences: ofNobody, standing: standingInGroup, eyes: everybody });
const ofUserChannel = feedSql({
  audiences: ofUser,
  standing: onesOwn,
  eyes: { viewer: "split_part($1, ':', 2)::uuid", moderates: 'false' },
});

interface Row extends Omit<FeedEvent, 'seq' | 'threads'> {
  epoch: string | null;
  newest: number;
  seq: number | null;
  open: boolean | null;
  strangers: string[];
  moderators: string[];
  alone: string[];
  ended: string[];
  thread: string | null;
  audience: string;
}

/** Events of a channel after `seq`, what they are about, and how those who watch it stand to it: all at one moment. */
export async function feed(channel: string, seq: number, watchers: readonly Watcher[] = []): Promise<Feed> {
  const credentials = arrayOf(watchers.map(({ credential }) => credential));
  const users = arrayOf(watchers.map(({ user }) => user));
  const [kind] = channel.split(':');
  const rows =
    kind === 'user'
      ? await query<Row>('feed-user', ofUserChannel, [channel, seq, credentials])
      : kind === 'essay'
        ? await query<Row>('feed-essay', ofEssayChannel, [channel, seq, credentials, users])
        : await query<Row>('feed-group', ofGroupChannel, [channel, seq, credentials, users]);
  const { epoch, newest, open, strangers, moderators, alone, ended } = rows[0]!;
  const standing = {
    open,
    strangers: new Set(strangers),
    moderators: new Set(moderators),
    alone: new Set(alone),
    ended: new Set(ended),
  };
  return { epoch, seq: newest, events: eventsOf(rows), standing };
}

/** One event for each number; its threads lie in as many rows as there are audiences. */
function eventsOf(rows: Row[]): FeedEvent[] {
  const events = new Map<number, FeedEvent & { threads: Map<string, string> }>();
  for (const { seq, thread, audience, ...row } of rows) {
    if (seq === null) continue;
    const { kind, change, entity, actor, author, group, essay } = row;
    const about = { kind, change, entity, actor, author, group, essay };
    const event = events.get(seq) ?? { seq, ...about, threads: new Map() };
    if (thread !== null) event.threads.set(audience, thread);
    events.set(seq, event);
  }
  return [...events.values()];
}

/** As PostgreSQL writes an array; ids need no escaping. */
const arrayOf = (ids: (string | null)[]) => `{${[...new Set(ids)].filter((id) => id !== null).join(',')}}`;

/** Which of the watchers' credentials no longer work, whatever they watch. */
export async function endedCredentials(watchers: readonly Watcher[]): Promise<Set<string>> {
  const credentials = arrayOf(watchers.map(({ credential }) => credential));
  const [row] = await query<{ ended: string[] }>('ended', `SELECT ${endedOf('$1')} AS ended`, [credentials]);
  return new Set(row?.ended);
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
 * Where a follower of a channel, who has seen it up to `seq`, goes on in their own channel. The two have no
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
