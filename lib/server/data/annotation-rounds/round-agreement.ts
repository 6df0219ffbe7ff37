import 'server-only';
import { agreementFigures } from '@/lib/core/agreement/agreement-figures';
import { contestedSentences, sentencesOf, type TextMark } from '@/lib/core/agreement/contested-sentences';
import type { Span } from '@/lib/core/agreement/marks';
import { textSums } from '@/lib/core/agreement/text-sums';
import { tokensWithin } from '@/lib/core/agreement/tokens';
import { whoMoved } from '@/lib/core/agreement/who-moved';
import type { CodePoints } from '@/lib/core/anchoring/code-points';
import type { RoundAgreement } from '@/lib/core/api/annotation-rounds';
import { conflict, notFound } from '@/lib/core/api/problem';
import { type TokenizedText, tokensOf } from '@/lib/server/data/agreement/annotated-essay';
import { peopleById } from '@/lib/server/data/agreement/people-by-id';
import { annotationShownTo, everybody } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { essayFor } from '@/lib/server/data/essay-scope';
import { versionText } from '@/lib/server/data/version-text';
import type { Viewer } from '@/lib/server/data/viewer';
import { annotationRoundOf, type RoundPlace } from './annotation-rounds';
import { demandNotAlone } from './is-alone';

/** As they were at the reveal; without what moderators or its author keep from the group now. */
const beforeSql = `
  SELECT k.annotation_id AS id, k.user_id AS author, k.start, k."end", k.tags FROM round_mark k
  WHERE k.round_id = $1::uuid AND NOT EXISTS (SELECT 1 FROM annotation a WHERE a.id = k.annotation_id
    AND (a.held IS NOT NULL OR a.visibility <> 'group' OR a.deleted_at IS NOT NULL AND a.deleted_by_id <> a.author_id))
  ORDER BY k.annotation_id`;

/** What the annotators marked since the round opened, as everybody sees it now. */
const afterSql = `
  SELECT a.id, a.author_id AS author, x.start, x."end", ARRAY(SELECT tag.slug FROM annotation_tag y JOIN tag ON tag.id = y.tag_id
    WHERE y.annotation_id = a.id ORDER BY tag.position, tag.slug) AS tags
  FROM annotation_round r
  JOIN annotation a ON a.group_id = r.group_id AND a.essay_id = r.essay_id
    AND (a.round_id = r.id OR a.created_at >= r.opens_at)
  JOIN round_annotator p ON p.round_id = r.id AND p.user_id = a.author_id
  JOIN anchor x ON x.annotation_id = a.id AND x.essay_version_id = r.essay_version_id AND x.start < x."end"
  WHERE r.id = $1::uuid AND ${annotationShownTo(everybody)} ORDER BY a.id`;

interface Facts extends TokenizedText {
  /** What counts: the tags that were asked for, or those in use. */
  tags: string[];
  /** Who took part: marked something, or said that they were done. */
  annotators: string[];
}

const factsSql = `
  SELECT e.id, v.number AS version, v.id AS "versionId", e.language,
    ARRAY(SELECT tag.slug FROM tag WHERE tag.group_id = r.group_id AND CASE
      WHEN EXISTS (SELECT 1 FROM round_tag x WHERE x.round_id = r.id)
      THEN tag.id IN (SELECT x.tag_id FROM round_tag x WHERE x.round_id = r.id) ELSE tag.retired_at IS NULL END
      ORDER BY tag.position, tag.slug) AS tags,
    ARRAY(SELECT p.user_id FROM round_annotator p WHERE p.round_id = r.id AND (p.done_at IS NOT NULL
      OR EXISTS (SELECT 1 FROM round_mark k WHERE k.round_id = r.id AND k.user_id = p.user_id)) ORDER BY p.user_id) AS annotators
  FROM annotation_round r JOIN essay e ON e.id = r.essay_id JOIN essay_version v ON v.id = r.essay_version_id
  WHERE r.id = $1::uuid`;

/** Agreement at the reveal and now, and what its annotators changed in between. */
export async function roundAgreement(viewer: Viewer, place: RoundPlace): Promise<RoundAgreement> {
  const scope = await essayFor(viewer, place, 'annotation.read');
  await demandNotAlone(viewer, { group: scope.group.id, essay: scope.id });
  const { id, state } = await annotationRoundOf(viewer, scope, place.round);
  if (state !== 'revealed') throw conflict('not-revealed', 'This is shown after the reveal.');
  const [[facts], earlier, later] = await Promise.all([
    query<Facts>('round-facts', factsSql, [id]),
    query<TextMark>('round-marks-before', beforeSql, [id]),
    query<TextMark>('round-marks-after', afterSql, [id]),
  ]);
  const found = facts && (await versionText(facts.id, facts.version));
  if (!found) throw notFound();
  const [before, after] = [earlier, later].map((marks) => tagged(marks, facts)) as [TextMark[], TextMark[]];
  const people = await peopleById(facts.annotators);
  const inPoints = pointsOf(found.points);
  const quoteOf = ({ start, end }: Span) => shortened(found.text.slice(start, end));
  return {
    annotators: facts.annotators.map((one) => people.get(one)!),
    before: await figuresOf(facts, before),
    after: await figuresOf(facts, after),
    moves: whoMoved(before, after).map(({ author, before: then, after: now, ...rest }) => ({
      ...rest,
      person: people.get(author)!,
      before: then && { ...inPoints(then), tags: [...then.tags] },
      after: now && { ...inPoints(now), tags: [...now.tags] },
      quote: quoteOf((now ?? then)!),
    })),
    contested: contestedSentences(sentencesOf(found.text, facts.language), before, facts.annotators.length)
      .sort((a, b) => b.strength - a.strength || a.start - b.start)
      .map(({ tags, strength, ...sentence }) => ({
        ...{ ...inPoints(sentence), strength, text: quoteOf(sentence) },
        tags: tags.map(({ marks, ...tag }) => ({
          ...tag,
          marks: marks.map(({ annotation, author }) => ({ annotation, creator: people.get(author)! })),
        })),
      })),
  };
}

/** Marks that count, with the tags that do, of those who took part. */
const tagged = (marks: readonly TextMark[], { tags, annotators }: Facts): TextMark[] =>
  marks
    .map((mark) => ({ ...mark, tags: mark.tags.filter((tag) => tags.includes(tag)) }))
    .filter((mark) => mark.tags.length > 0 && annotators.includes(mark.author));

async function figuresOf(facts: Facts, marks: readonly TextMark[]) {
  const tokens = await tokensOf(facts);
  const annotators = facts.annotators.map((id) => ({
    id,
    spans: marks
      .filter(({ author }) => author === id)
      .map((mark) => ({ ...tokensWithin(tokens, mark), tags: mark.tags })),
  }));
  return agreementFigures([textSums({ length: tokens.starts.length, annotators }, facts.tags)]);
}

const pointsOf = (points: CodePoints) => (span: Span) => ({
  start: points.fromUtf16(span.start),
  end: points.fromUtf16(span.end),
});

/** UTF-16 code units of a passage that are shown. */
const mostQuoted = 400;
const shortened = (text: string) =>
  text.length <= mostQuoted ? text : `${text.slice(0, mostQuoted).toWellFormed()}…`;
