import 'server-only';
import { rolesThatMay } from '@/lib/core/access/permissions';
import type { JumpTarget } from '@/lib/core/api/search';
import { folded } from '@/lib/core/search/found-words';
import { cardShownTo } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import type { Viewer } from '@/lib/server/data/viewer';

/** Of each kind, and in all. */
const [mostOfKind, most] = [8, 20];

/** What being in the group that one is in is worth: more than the kind, less than a better place in the name. */
const here = `CASE WHEN $6 IN (g.slug, g.id::text) THEN 0.25 ELSE 0 END`;

/** How well `name` has what was typed, 0-2: at its beginning, at a word's beginning, anywhere, or in much the same letters. */
const fit = (name: string) => `greatest(
  CASE WHEN lower(${name}) LIKE typed.beginning THEN 2 WHEN ' ' || lower(${name}) LIKE '% ' || typed.beginning THEN 1.6
    WHEN lower(${name}) LIKE '%' || typed.beginning THEN 1.2 ELSE 0 END, word_similarity(typed.text, ${name}))`;
const fits = (name: string) => `(${fit(name)}) >= 0.45`;

/** $1 viewer, $2 roles that may read, $3 roles that moderate, $4 what was typed, $5 the same for LIKE, $6 the group one is in. */
const sql = `
  WITH typed AS (SELECT lower($4) AS text, lower($5) || '%' AS beginning),
  g AS (
    SELECT g.id, g.slug, g.name, m.role IS NOT NULL AS "isMine", coalesce(m.role = ANY($3::text[]), false) AS moderates
    FROM "group" g LEFT JOIN membership m ON m.group_id = g.id AND m.user_id = $1::uuid
    WHERE g.visibility = 'public' OR m.role = ANY($2::text[])),
  targets AS (
    (SELECT 'group' AS kind, g.name AS label, '' AS detail, '/g/' || g.slug AS path, ${fit('g.name')} + 0.1 + ${here} AS fit
      FROM g, typed WHERE ${fits('g.name')} ORDER BY fit DESC LIMIT ${mostOfKind})
    UNION ALL
    (SELECT 'essay', e.title, g.name, '/g/' || g.slug || '/' || l.slug, ${fit('e.title')} + ${here} AS fit
      FROM g JOIN reading_list_entry l ON l.group_id = g.id JOIN essay e ON e.id = l.essay_id, typed
      WHERE ${fits('e.title')} ORDER BY fit DESC LIMIT ${mostOfKind})
    UNION ALL
    (SELECT 'card', c.statement, g.name || ' · ' || c.number, '/g/' || g.slug || '/cards/' || c.number, ${fit('c.statement')} - 0.1 + ${here} AS fit
      FROM g JOIN card c ON c.group_id = g.id, typed
      WHERE c.status <> 'merged' AND ${cardShownTo({ viewer: '$1::uuid', moderates: 'g.moderates' })} AND ${fits('c.statement')}
      ORDER BY fit DESC LIMIT ${mostOfKind})
    UNION ALL
    (SELECT 'person', u.name, g.name, '/search?person=' || u.id || '&group=' || g.slug, ${fit('u.name')} + ${here} AS fit
      FROM g JOIN membership m ON m.group_id = g.id JOIN "user" u ON u.id = m.user_id AND u.deleted_at IS NULL, typed
      WHERE g."isMine" AND ${fits('u.name')} ORDER BY fit DESC LIMIT ${mostOfKind}))
  SELECT kind, label, detail, path FROM targets ORDER BY fit DESC, kind, label, path LIMIT ${most}`;

/** $1 viewer, $2 roles that may read: essays they read last, then their groups. */
const recentSql = `
  (SELECT 'essay' AS kind, e.title AS label, g.name AS detail, '/g/' || g.slug || '/' || l.slug AS path
    FROM read_mark r JOIN reading_list_entry l ON l.group_id = r.group_id AND l.essay_id = r.essay_id
    JOIN essay e ON e.id = l.essay_id JOIN "group" g ON g.id = l.group_id
    LEFT JOIN membership m ON m.group_id = g.id AND m.user_id = r.user_id
    WHERE r.user_id = $1::uuid AND (g.visibility = 'public' OR m.role = ANY($2::text[]))
    ORDER BY r.read_at DESC LIMIT ${mostOfKind})
  UNION ALL
  (SELECT 'group', g.name, '', '/g/' || g.slug FROM membership m JOIN "group" g ON g.id = m.group_id
    WHERE m.user_id = $1::uuid AND m.role = ANY($2::text[]) ORDER BY m.joined_at DESC LIMIT ${mostOfKind})`;

/**
 * What somebody may go to by a part of its name: groups and their essays, cards, and people of their own groups. While
 * nothing is typed, what they read last. What is in `group` (slug or id) comes before what fits as well elsewhere.
 */
export async function jumpTargets(viewer: Viewer, q: string, group?: string): Promise<JumpTarget[]> {
  const readable = [viewer.user?.id ?? null, rolesThatMay('group.read')];
  if (q === '') return toldApart(await query<JumpTarget>('jump-recent', recentSql, readable));
  const like = q.replace(/[\\%_]/g, '\\$&');
  const parameters = [...readable, rolesThatMay('moderation.review'), q, like, group ?? null];
  return toldApart(named(await query<JumpTarget>('jump', sql, parameters), q));
}

/** Those that have the words that were typed in their name. What has much the same letters is for whoever made a slip. */
function named(targets: readonly JumpTarget[], q: string): readonly JumpTarget[] {
  const words = wordsOf(q);
  const having = targets.filter(({ label }) => {
    const name = wordsOf(label).join(' ');
    return words.every((word) => name.includes(word));
  });
  return having.length > 0 ? having : targets;
}

/** As they are compared: no matter the case, accents and what stands between them. */
const wordsOf = (text: string) => folded(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Where two in one group have the same name, the last part of the address tells which is which; of people it says nothing. */
function toldApart(targets: readonly JumpTarget[]): JumpTarget[] {
  const isLike = (one: JumpTarget, other: JumpTarget) =>
    one.kind === other.kind && one.label === other.label && one.detail === other.detail;
  return targets.map((target) => {
    if (target.kind === 'person' || targets.filter((other) => isLike(target, other)).length === 1)
      return target;
    return { ...target, detail: [target.detail, target.path.split('/').at(-1)].filter(Boolean).join(' · ') };
  });
}
