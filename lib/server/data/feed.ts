import 'server-only';
import { notFound } from '@/lib/core/api/problem';
import { corpusIris } from '@/lib/core/corpus/corpus-iris';
import { software } from '@/lib/core/corpus/software';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { commentHtml } from '@/lib/core/essay/comment-html';
import { escapeHtml } from '@/lib/core/essay/escape-html';
import { type Feed, type FeedEntry, tagUri } from '@/lib/core/feed/atom';
import { config } from '@/lib/server/config';
import { annotationShownTo, cardShownTo, everybody, everybodyShownTo } from './audience';
import { query } from './database';
import { essayFor } from './essay-scope';
import { groupFor } from './group-scope';
import type { Viewer } from './viewer';
import { wireTime } from './wire-time';

/** What a feed tells of: a group, one of its essays, or one of its words. */
export interface FeedPlace {
  group: string;
  essay?: string;
  tag?: string;
}

/** Entries of a feed; who looks in seldom finds the rest in the group. */
const most = 50;

interface Category {
  term: string;
  label: string;
}

interface AnnotationRow {
  id: string;
  author: string;
  title: string;
  slug: string;
  quote: string | null;
  comment: CommentDocument | null;
  tags: Category[];
  published: string;
  updated: string;
}

/** What everybody in the group sees, less what whoever asks may not know yet: a feed may be shown to others by the program that reads it. */
const annotations = `
  SELECT a.id, u.name AS author, y.title, l.slug, a.comment,
    (SELECT s ->> 'exact' FROM jsonb_array_elements(t.selectors) s WHERE s ->> 'type' = 'TextQuoteSelector') AS quote,
    coalesce((SELECT json_agg(json_build_object('term', tag.slug, 'label', tag.name) ORDER BY tag.position, tag.slug)
      FROM annotation_tag x JOIN tag ON tag.id = x.tag_id WHERE x.annotation_id = a.id), '[]') AS tags,
    ${wireTime('a.created_at')} AS published, ${wireTime('coalesce(a.edited_at, a.created_at)')} AS updated
  FROM annotation a JOIN "user" u ON u.id = a.author_id JOIN target t ON t.annotation_id = a.id
  JOIN essay y ON y.id = a.essay_id
  JOIN reading_list_entry l ON l.group_id = a.group_id AND l.essay_id = a.essay_id
  WHERE a.group_id = $1::uuid AND a.visibility = 'group' AND ${annotationShownTo(everybodyShownTo('$4::uuid'))}
    AND ($2::uuid IS NULL OR a.essay_id = $2::uuid)
    AND ($3::text IS NULL OR EXISTS (SELECT 1 FROM annotation_tag x JOIN tag ON tag.id = x.tag_id
      WHERE x.annotation_id = a.id AND tag.slug = $3))
  ORDER BY a.created_at DESC, a.id DESC LIMIT ${most}`;

interface CardRow {
  id: string;
  number: number;
  author: string;
  kind: string;
  statement: string;
  published: string;
  updated: string;
}

const cards = `
  SELECT c.id, c.number, u.name AS author, c.kind, c.statement, ${wireTime('c.created_at')} AS published,
    ${wireTime(`(SELECT max(r.created_at) FROM card_revision r WHERE r.card_id = c.id)`)} AS updated
  FROM card c JOIN "user" u ON u.id = c.created_by_id
  WHERE c.group_id = $1::uuid AND c.status <> 'merged' AND ${cardShownTo(everybody)}
  ORDER BY c.created_at DESC, c.id DESC LIMIT ${most}`;

interface About {
  name: string;
  created: string;
  word: string | null;
  title: string | null;
  language: string | null;
}

const about = `
  SELECT g.name, ${wireTime('g.created_at')} AS created, y.title, y.language,
    (SELECT name FROM tag WHERE group_id = g.id AND slug = $3) AS word
  FROM "group" g LEFT JOIN essay y ON y.id = $2::uuid WHERE g.id = $1::uuid`;

/** New annotations, and of a whole group its new cards too. */
export async function feedOf(viewer: Viewer, { group, essay, tag }: FeedPlace): Promise<Feed> {
  const scope = await groupFor(viewer, group, 'annotation.read');
  const text =
    essay === undefined ? null : await essayFor(viewer, { group: scope.id, essay }, 'annotation.read');
  const values = [scope.id, text?.id ?? null, tag ?? null];
  const [facts] = await query<About>('feed-about', about, values);
  if (!facts || (tag !== undefined && facts.word === null)) throw notFound();
  const iris = corpusIris({ site: config().APP_URL, group: scope });
  const isWhole = !text && tag === undefined;
  const entries = [
    ...(
      await query<AnnotationRow>('feed-annotations', annotations, [...values, viewer.user?.id ?? null])
    ).map((row) => annotationEntry(row, iris)),
    ...(isWhole ? await query<CardRow>('feed-cards', cards, [scope.id]) : []).map((row) =>
      cardEntry(row, iris),
    ),
  ]
    .sort((a, b) => (a.published < b.published ? 1 : -1))
    .slice(0, most);
  const place = text ? `essays/${text.id}/` : tag === undefined ? '' : `tags/${encodeURIComponent(tag)}/`;
  return {
    language: facts.language ?? 'en',
    title: [facts.title ?? facts.word, facts.name].filter(Boolean).join(' · '),
    id: tagUri(config().APP_URL, facts.created, `groups/${scope.id}/${place}feed`),
    updated: entries.reduce((last, { updated }) => (updated > last ? updated : last), facts.created),
    self: `${iris.api}/${text ? `essays/${encodeURIComponent(text.slug)}/` : place}feed.atom`,
    page: text ? iris.essay(text.slug) : iris.group,
    ...{ software, entries },
  };
}

type Iris = ReturnType<typeof corpusIris>;

function annotationEntry(
  { id, author, title, slug, quote, comment, tags, published, updated }: AnnotationRow,
  iris: Iris,
): FeedEntry {
  const kinds = tags.map(({ label }) => label).join(', ') || (comment ? 'Note' : 'Highlight');
  return {
    id: tagUri(config().APP_URL, published, `annotations/${id}`),
    title: `${kinds} by ${author} in “${title}”`,
    page: `${iris.essay(slug)}#a-${id}`,
    html: `<blockquote dir="auto">${escapeHtml(quote ?? '')}</blockquote>${comment ? commentHtml(comment) : ''}`,
    ...{ author, published, updated, categories: tags },
  };
}

const cardKinds: Record<string, string> = { claim: 'Claim', crux: 'Crux', 'failure-mode': 'Failure mode' };

function cardEntry(
  { id, number, author, kind, statement, published, updated }: CardRow,
  iris: Iris,
): FeedEntry {
  const label = cardKinds[kind] ?? kind;
  return {
    id: tagUri(config().APP_URL, published, `cards/${id}`),
    title: `${label} ${number}: ${statement}`,
    page: `${iris.group}/cards/${number}`,
    html: `<p dir="auto">${escapeHtml(statement)}</p>`,
    ...{ author, published, updated, categories: [{ term: kind, label }] },
  };
}
