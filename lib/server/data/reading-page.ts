import 'server-only';
import { may } from '@/lib/core/access/permissions';
import type { Highlighted } from '@/lib/core/annotation/highlight';
import { Settings } from '@/lib/core/api/account';
import type { Tag } from '@/lib/core/api/groups';
import { notFound } from '@/lib/core/api/problem';
import type { EssayDocument } from '@/lib/core/essay/document';
import { annotationShownTo, readsAlone, replyShownTo } from './audience';
import { query } from './database';
import { demand, type GroupScope, unescapedSegment } from './group-scope';
import { keptPlan } from './kept-plan';
import type { Viewer } from './viewer';

/** What the reading page needs each time it is opened: one small query. */
export interface ReadingHead {
  group: GroupScope & { name: string };
  essay: {
    id: string;
    slug: string;
    title: string;
    authors: string[];
    sourceUrl: string | null;
    licence: string | null;
    language: string;
  };
  /** The newest text. */
  version: { id: string; number: number; words: number };
  tags: Tag[];
  settings: Settings;
  /** What the viewer signs in with; null for visitors, and where only a provider knows them. */
  email: string | null;
  place: { offset: number; number: number } | null;
  /** The viewer follows the essay. */
  follows: boolean;
  /** Where the essay's events stand, `<epoch>.<seq>`; "0.0" before the first. */
  cursor: string;
  /** The viewer reads it alone: others' marks are not for them. */
  alone: boolean;
  /** Some have read it blind, or do. */
  hasRounds: boolean;
  /** Moderators decided about marks in this version. */
  hasDecisions: boolean;
  /** Where the viewer's own events stand: their private annotations do not change without it. */
  privateCursor: string;
}

const headSql = `
  SELECT
    json_build_object('id', g.id, 'slug', g.slug, 'name', g.name, 'visibility', g.visibility,
      'role', coalesce(m.role, 'stranger')) AS "group",
    json_build_object('id', e.id, 'slug', r.slug, 'title', e.title, 'authors', e.authors,
      'sourceUrl', e.source_url, 'licence', e.licence, 'language', e.language) AS essay,
    json_build_object('id', v.id, 'number', v.number, 'words', v.words) AS version,
    (SELECT coalesce(json_agg(json_build_object('slug', t.slug, 'name', t.name, 'definition', t.definition,
      'slot', t.slot, 'line', t.line, 'glyph', t.glyph, 'shortcut', t.shortcut,
      'retired', t.retired_at IS NOT NULL) ORDER BY t.position), '[]') FROM tag t WHERE t.group_id = g.id) AS tags,
    u.settings,
    u.email,
    CASE WHEN p.user_id IS NOT NULL THEN json_build_object('offset', p."offset", 'number', p.number) END AS place,
    EXISTS (SELECT 1 FROM subscription s
      WHERE s.user_id = $3::uuid AND s.group_id = g.id AND s.kind = 'essay' AND s.subject_id = e.id) AS follows,
    ${readsAlone('$3::uuid', { group: 'g.id', essay: 'e.id' })} AS alone,
    EXISTS (SELECT 1 FROM annotation_round d WHERE d.group_id = g.id AND d.essay_id = e.id) AS "hasRounds",
    EXISTS (SELECT 1 FROM adjudication d WHERE d.group_id = g.id AND d.essay_version_id = v.id) AS "hasDecisions",
    coalesce(c.epoch || '.' || c.seq, '0.0') AS cursor,
    coalesce(mine.epoch || '.' || mine.seq, '') AS "privateCursor"
  FROM "group" g
  LEFT JOIN membership m ON m.group_id = g.id AND m.user_id = $3::uuid
  JOIN reading_list_entry r ON r.group_id = g.id AND (r.slug = $2 OR r.essay_id::text = $2)
  JOIN essay e ON e.id = r.essay_id
  JOIN LATERAL (SELECT id, number, words FROM essay_version WHERE essay_id = e.id ORDER BY number DESC LIMIT 1) v
    ON true
  LEFT JOIN "user" u ON u.id = $3::uuid
  LEFT JOIN read_mark p ON p.user_id = $3::uuid AND p.group_id = g.id AND p.essay_id = e.id
  LEFT JOIN channel c ON c.id = 'essay:' || g.id || ':' || e.id
  LEFT JOIN channel mine ON mine.id = 'user:' || $3
  WHERE g.slug = $1 OR g.id::text = $1`;

/** Group and essay by id or slug. What the viewer may not read is not found. */
export async function readingHead(viewer: Viewer, group: string, essay: string): Promise<ReadingHead> {
  const [head] = await query<ReadingHead>('reading-head', headSql, [
    unescapedSegment(group),
    unescapedSegment(essay),
    viewer.user?.id ?? null,
  ]);
  if (!head) throw notFound();
  demand(viewer, 'essay.read', head.group);
  return { ...head, settings: Settings.safeParse(head.settings).data ?? {} };
}

export interface ReadingBody {
  document: EssayDocument;
  /** Annotations that the viewer may see, where they stand in this version. */
  highlights: Highlighted[];
}

const eyes = { viewer: '$3::uuid', moderates: '$4::boolean', alone: '$5::boolean' };

const highlightsSql = keptPlan(`
  SELECT a.id, anchor.start, anchor."end", u.name AS creator,
    (SELECT coalesce(json_agg(json_build_object('name', t.name, 'slot', t.slot) ORDER BY t.position, t.slug), '[]')
     FROM annotation_tag x JOIN tag t ON t.id = x.tag_id WHERE x.annotation_id = a.id) AS tags,
    (SELECT count(*)::int FROM reply r WHERE r.annotation_id = a.id AND ${replyShownTo(eyes)}) AS replies
  FROM annotation a
  JOIN anchor ON anchor.annotation_id = a.id AND anchor.essay_version_id = $2::uuid
  JOIN "user" u ON u.id = a.author_id
  WHERE a.group_id = $1::uuid AND ${annotationShownTo(eyes)}`);

/** The text and what stands in it; ask for it only when `readingHead` says that something changed. */
export async function readingBody(
  viewer: Viewer,
  { group, version, privateCursor, alone }: ReadingHead,
): Promise<ReadingBody> {
  demand(viewer, 'annotation.read', group);
  // Who had nothing private or held when the head was read shares the page with others: what came since must not be on it.
  const user = privateCursor === '' && !alone ? null : (viewer.user?.id ?? null);
  const [[text], highlights] = await Promise.all([
    query<{ document: EssayDocument }>(
      'reading-text',
      'SELECT document FROM essay_version WHERE id = $1::uuid',
      [version.id],
    ),
    query<Highlighted>('reading-highlights', highlightsSql, [
      group.id,
      version.id,
      user,
      may('moderation.review', group),
      alone,
    ]),
  ]);
  if (!text) throw notFound();
  return { document: text.document, highlights };
}
