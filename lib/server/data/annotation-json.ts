import 'server-only';
import { wireTime } from './wire-time';

/** An object of these named columns; twice as fast as json_build_object, which looks every type up anew. */
const object = (columns: string, where = 'true') => `(SELECT o FROM (SELECT ${columns}) o WHERE ${where})`;

const person = (alias: string) => object(`${alias}.id, ${alias}.name`);

const comment = (alias: string, where: string) =>
  object(`${alias}.comment_markdown AS markdown, ${alias}.comment AS document`, where);

/** Reactions to one thing: `{"agree": [user ids]}`. */
const reactions = (subject: 'annotation_id' | 'reply_id', id: string) => `coalesce((
  SELECT json_object_agg(kind, people ORDER BY kind) FROM (
    SELECT kind, json_agg(user_id ORDER BY user_id) AS people FROM reaction WHERE ${subject} = ${id} GROUP BY kind
  ) kinds), '{}')`;

/** A deleted reply stays, without its words, as long as one below it stands. */
const standing = `(r.deleted_at IS NULL OR EXISTS (
  WITH RECURSIVE below AS (
    SELECT id, deleted_at FROM reply WHERE annotation_id = r.annotation_id AND parent_id = r.id
    UNION ALL
    SELECT next.id, next.deleted_at FROM reply next JOIN below ON next.parent_id = below.id
    WHERE next.annotation_id = r.annotation_id
  ) SELECT 1 FROM below WHERE deleted_at IS NULL))`;

const reply = object(`r.id, r.parent_id AS parent, ${person('u')} AS creator,
  ${comment('r', 'r.deleted_at IS NULL')} AS comment,
  ${wireTime('r.created_at')} AS created, ${wireTime('r.edited_at')} AS modified, r.version,
  CASE WHEN r.deleted_at IS NULL THEN ${reactions('reply_id', 'r.id')} ELSE '{}' END AS reactions`);

const tags = `
  SELECT json_agg(tag.slug ORDER BY tag.position, tag.slug)
  FROM annotation_tag x JOIN tag ON tag.id = x.tag_id WHERE x.annotation_id = a.id`;

const replies = `
  SELECT json_agg(row_to_json(${reply}) ORDER BY r.created_at, r.id)
  FROM reply r JOIN "user" u ON u.id = r.author_id WHERE r.annotation_id = a.id AND ${standing}`;

const annotation = object(`a.id, a.group_id AS "group", a.essay_id AS essay,
  ${object('v.number AS version, t.selectors AS selector')} AS target,
  coalesce((${tags}), '[]') AS tags,
  ${comment('a', 'a.comment IS NOT NULL')} AS comment,
  a.visibility, ${person('u')} AS creator,
  ${wireTime('a.created_at')} AS created, ${wireTime('a.edited_at')} AS modified,
  ${wireTime('a.active_at')} AS active, a.version,
  ${object(`${person('resolver')} AS by, ${wireTime('a.resolved_at')} AS at`, 'a.resolved_at IS NOT NULL')} AS resolved,
  ${reactions('annotation_id', 'a.id')} AS reactions,
  coalesce((${replies}), '[]') AS replies`);

/**
 * SQL that turns annotations into their wire form (lib/core/annotation/annotation.ts), threads included: one row
 * `id, json` each. `page` selects whole annotation rows. Tags, replies and reactions are looked up for each by index:
 * joined as sets they took quadratic time whenever PostgreSQL believed the page to be small.
 */
export const threadsOf = (page: string): string => `
  WITH page AS MATERIALIZED (${page})
  SELECT a.id, row_to_json(${annotation}) AS json
  FROM page a
  JOIN "user" u ON u.id = a.author_id
  JOIN target t ON t.annotation_id = a.id
  JOIN essay_version v ON v.id = t.essay_version_id
  LEFT JOIN "user" resolver ON resolver.id = a.resolved_by_id`;
