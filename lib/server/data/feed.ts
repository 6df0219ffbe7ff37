import 'server-only';
import { notFound } from '@/lib/core/api/problem';
import { corpusIris } from '@/lib/core/corpus/corpus-iris';
import { software } from '@/lib/core/corpus/software';
import { byId } from '@/lib/core/crux/grouped';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { commentHtml } from '@/lib/core/essay/comment-html';
import { escapeHtml } from '@/lib/core/essay/escape-html';
import { openingWords } from '@/lib/core/essay/opening-words';
import { type Feed, type FeedEntry, tagUri } from '@/lib/core/feed/atom';
import { config } from '@/lib/server/config';
import { annotationShownTo, cardShownTo, everybody, everybodyShownTo } from './audience';
import { query } from './database';
import { essayFor } from './essay-scope';
import { type GroupScope, groupFor } from './group-scope';
import { type LayerState, layerState } from './layer-state';
import type { Viewer } from './viewer';
import { wireTime } from './wire-time';

/** What a feed tells of: a group, one of its essays, or one of its words. */
export interface FeedPlace {
  group: string;
  essay?: string;
  tag?: string;
}

/** A feed that the viewer may read. */
export interface FoundFeed {
  scope: GroupScope;
  state: LayerState;
  about: About;
  /** Another one whenever anything in it may have changed. */
  key: string;
}

interface About {
  created: string;
  /** Null: the feed is of all words, or of all essays. */
  tag: { slug: string; name: string } | null;
  essay: { id: string; slug: string; title: string; language: string } | null;
}

const about = `
  SELECT ${wireTime('g.created_at')} AS created, (SELECT json_build_object('slug', slug, 'name', name) FROM tag
      WHERE group_id = g.id AND slug = $3) AS tag,
    (SELECT json_build_object('id', y.id, 'slug', l.slug, 'title', y.title, 'language', y.language)
      FROM reading_list_entry l JOIN essay y ON y.id = l.essay_id WHERE l.group_id = g.id AND y.id = $2::uuid) AS essay
  FROM "group" g WHERE g.id = $1::uuid`;

/** What a feed is of and where it stands, which costs the same however much there is. */
export async function findFeed(viewer: Viewer, { group, essay, tag }: FeedPlace): Promise<FoundFeed> {
  const scope = await groupFor(viewer, group, 'annotation.read');
  const text =
    essay === undefined ? null : await essayFor(viewer, { group: scope.id, essay }, 'annotation.read');
  const [facts] = await query<About>('atom-about', about, [scope.id, text?.id ?? null, tag ?? null]);
  if (!facts || (tag !== undefined && facts.tag === null)) throw notFound();
  const state = await layerState(viewer, scope);
  return { scope, state, about: facts, key: [state.key, text?.id, tag].join(' ') };
}

/** Entries of a feed; who looks in seldom finds the rest in the group. */
const most = 50;

/** Of a passage, in UTF-16 code units: it may be half a book. */
const mostQuoted = 500;

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
const annotations = (only: string) => `
  SELECT a.id, u.name AS author, y.title, l.slug, a.comment,
    (SELECT left(s ->> 'exact', ${2 * mostQuoted}) FROM jsonb_array_elements(t.selectors) s WHERE s ->> 'type' = 'TextQuoteSelector') AS quote,
    coalesce((SELECT json_agg(json_build_object('term', tag.slug, 'label', tag.name) ORDER BY tag.position, tag.slug)
      FROM annotation_tag x JOIN tag ON tag.id = x.tag_id WHERE x.annotation_id = a.id), '[]') AS tags,
    ${wireTime('a.created_at')} AS published, ${wireTime('coalesce(a.edited_at, a.created_at)')} AS updated
  FROM (
    SELECT a.* FROM search_entry e JOIN annotation a ON a.id = e.id
    JOIN reading_list_entry l ON l.group_id = a.group_id AND l.essay_id = a.essay_id
    WHERE e.group_id = $1::uuid AND e.kind = 'annotation' AND a.visibility = 'group'
      AND ${annotationShownTo(everybodyShownTo('$2::uuid'))} AND ${only}
    ORDER BY e.created_at DESC, e.id DESC LIMIT ${most}) a
  JOIN "user" u ON u.id = a.author_id JOIN target t ON t.annotation_id = a.id JOIN essay y ON y.id = a.essay_id
  JOIN reading_list_entry l ON l.group_id = a.group_id AND l.essay_id = a.essay_id
  ORDER BY a.created_at DESC, a.id DESC`;

const ofGroup = annotations('true');
const ofEssay = annotations('a.essay_id = $3::uuid');
const ofTag = annotations(`a.id IN (SELECT x.annotation_id FROM annotation_tag x JOIN tag ON tag.id = x.tag_id
      WHERE tag.group_id = $1::uuid AND tag.slug = $3)`);

function annotationsOf({ scope, state, about: { essay, tag } }: FoundFeed): Promise<AnnotationRow[]> {
  const values = [scope.id, state.viewer];
  if (essay) return query<AnnotationRow>('atom-essay', ofEssay, [...values, essay.id]);
  if (tag) return query<AnnotationRow>('atom-tag', ofTag, [...values, tag.slug]);
  return query<AnnotationRow>('atom-group', ofGroup, values);
}

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

/** New annotations, and of a whole group its new cards too. */
export async function feedOf(_viewer: Viewer, found: FoundFeed): Promise<Feed> {
  const { scope, state, about: facts } = found;
  const { essay, tag, created } = facts;
  const iris = corpusIris({ site: config().APP_URL, group: scope });
  const isWhole = !essay && !tag;
  const entries = [
    ...(await annotationsOf(found)).map((row) => annotationEntry(row, iris)),
    ...(isWhole ? await query<CardRow>('atom-cards', cards, [scope.id]) : []).map((row) =>
      cardEntry(row, iris),
    ),
  ]
    .sort((a, b) => byId(b.published, a.published))
    .slice(0, most);
  const place = essay ? `essays/${essay.id}/` : tag ? `tags/${encodeURIComponent(tag.slug)}/` : '';
  return {
    language: essay?.language ?? 'en',
    title: [essay?.title ?? tag?.name, state.name].filter(Boolean).join(' · '),
    id: tagUri(config().APP_URL, created, `groups/${scope.id}/${place}feed`),
    updated: entries.reduce((last, { updated }) => (updated > last ? updated : last), created),
    self: `${iris.api}/${essay ? `essays/${encodeURIComponent(essay.slug)}/` : place}feed.atom`,
    page: essay ? iris.essay(essay.slug) : iris.group,
    software,
    entries,
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
    html: `<blockquote dir="auto">${escapeHtml(openingWords((quote ?? '').replace(/\s+/g, ' '), mostQuoted))}</blockquote>${comment ? commentHtml(comment) : ''}`,
    author,
    published,
    updated,
    categories: tags,
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
    author,
    published,
    updated,
    categories: [{ term: kind, label }],
  };
}
