import 'server-only';
import { readsAlone, replyShownTo } from './audience';
import { heldJson } from './held-json';
import { wireTime } from './wire-time';

/** An object of these named columns; twice as fast as json_build_object, which looks every type up anew. */
const object = (columns: string, where = 'true') => `(SELECT o FROM (SELECT ${columns}) o WHERE ${where})`;

const person = (alias: string) => object(`${alias}.id, ${alias}.name`);

const comment = (alias: string, where: string) =>
  object(`${alias}.comment_markdown AS markdown, ${alias}.comment AS document`, where);

/** Reactions to one thing: `{"agree": [user ids]}`. */
const reactions = (subject: 'annotation_id' | 'reply_id', id: string) => `coalesce((
  SELECT json_object_agg(kind, people ORDER BY kind) FROM (
    SELECT kind, json_agg(user_id ORDER BY user_id) AS people FROM reaction
    WHERE ${subject} = ${id} AND (NOT a.alone OR user_id = a.viewer) GROUP BY kind
  ) kinds), '{}')`;

/** The page says for each annotation through whose eyes it is read. */
const eyes = { viewer: 'a.viewer', moderates: 'a.moderates', alone: 'a.alone' };
const shown = (alias: string) => `(${replyShownTo(eyes, alias)})`;

/** A reply that is deleted, or held from the viewer, stays without its words as long as one below it stands. */
const standing = `(${shown('r')} OR EXISTS (
  WITH RECURSIVE below AS (
    SELECT id, ${shown('reply')} AS shown FROM reply WHERE annotation_id = r.annotation_id AND parent_id = r.id
    UNION ALL
    SELECT next.id, ${shown('next')} FROM reply next JOIN below ON next.parent_id = below.id
    WHERE next.annotation_id = r.annotation_id
  ) SELECT 1 FROM below WHERE shown))`;

const reply = object(`r.id, r.parent_id AS parent, ${person('u')} AS creator,
  ${comment('r', shown('r'))} AS comment,
  ${wireTime('r.created_at')} AS created, ${wireTime('r.edited_at')} AS modified, r.version,
  CASE WHEN ${shown('r')} THEN ${heldJson('r')} END AS held,
  CASE WHEN ${shown('r')} THEN ${reactions('reply_id', 'r.id')} ELSE '{}' END AS reactions`);

const tags = `
  SELECT json_agg(tag.slug ORDER BY tag.position, tag.slug)
  FROM annotation_tag x JOIN tag ON tag.id = x.tag_id WHERE x.annotation_id = a.id`;

const replies = `
  SELECT json_agg(row_to_json(${reply}) ORDER BY r.created_at, r.id)
  FROM reply r JOIN "user" u ON u.id = r.author_id WHERE r.annotation_id = a.id AND ${standing}`;

/** The last web address of those where it was taken from: the others tell where that was taken from. */
const source = `(SELECT u FROM unnest(a.via) WITH ORDINALITY x (u, n) WHERE u ~ '^https?://' ORDER BY n DESC LIMIT 1)`;

const annotation = object(`a.id, a.group_id AS "group", a.essay_id AS essay,
  ${object('v.number AS version, t.selectors AS selector')} AS target,
  coalesce((${tags}), '[]') AS tags,
  ${comment('a', 'a.comment IS NOT NULL')} AS comment,
  a.visibility, ${person('u')} AS creator,
  ${wireTime('a.created_at')} AS created, ${wireTime('a.edited_at')} AS modified,
  ${wireTime('a.active_at')} AS active, a.version, ${heldJson('a')} AS held,
  ${object(`${person('resolver')} AS by, ${wireTime('a.resolved_at')} AS at`, 'a.resolved_at IS NOT NULL')} AS resolved,
  ${reactions('annotation_id', 'a.id')} AS reactions,
  CASE WHEN a.via <> '{}' THEN ${source} END AS via,
  coalesce((${replies}), '[]') AS replies`);

/**
 * SQL that turns annotations into their wire form (lib/core/annotation/annotation.ts), threads included: one row
 * `id, viewer, moderates, json` each. `page` selects whole annotation rows, which are shown to those, and `viewer` and
 * `moderates` (audience.ts) beside. Tags, replies and reactions are looked up for each by index:
 * joined as sets they took quadratic time whenever PostgreSQL believed the page to be small.
 */
export const threadsOf = (page: string): string => `
  WITH page AS MATERIALIZED (
    SELECT shown.*, ${readsAlone('shown.viewer', { group: 'shown.group_id', essay: 'shown.essay_id' })} AS alone FROM (${page}) shown)
  SELECT a.id, a.viewer, a.moderates, row_to_json(${annotation}) AS json
  FROM page a
  JOIN "user" u ON u.id = a.author_id
  JOIN target t ON t.annotation_id = a.id
  JOIN essay_version v ON v.id = t.essay_version_id
  LEFT JOIN "user" resolver ON resolver.id = a.resolved_by_id`;
