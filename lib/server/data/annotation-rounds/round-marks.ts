import 'server-only';
import type { AnnotatedText } from '@/lib/core/agreement/annotated-text';
import type { TextMark } from '@/lib/core/agreement/contested-sentences';
import { textInTokens } from '@/lib/core/agreement/text-in-tokens';
import type { AnnotationRound } from '@/lib/core/api/annotation-rounds';
import { conflict, notFound } from '@/lib/core/api/problem';
import { type TokenizedText, tokensOf } from '@/lib/server/data/agreement/text-tokens';
import { query } from '@/lib/server/data/database';
import { type EssayScope, essayFor } from '@/lib/server/data/essay-scope';
import { isUnseenAnnotation } from '@/lib/server/data/releases/kept-out';
import { versionText } from '@/lib/server/data/version-text';
import type { Viewer } from '@/lib/server/data/viewer';
import { annotationRoundOf, type RoundPlace } from './annotation-rounds';
import { demandNotAlone } from './is-alone';
import { markedSince, tagCounts, tookPart } from './what-counts';

/** As they were at the reveal; without what moderators or its author keep from the group now. */
const beforeSql = `
  SELECT k.annotation_id AS id, k.user_id AS author, k.start, k."end", k.tags
  FROM round_mark k JOIN annotation_round r ON r.id = k.round_id
  WHERE k.round_id = $1::uuid AND NOT EXISTS (SELECT 1 FROM annotation a WHERE a.id = k.annotation_id AND ${isUnseenAnnotation('a')})
    AND NOT EXISTS (SELECT 1 FROM kept_out o WHERE o.id = k.annotation_id AND o.group_id = r.group_id)
  ORDER BY k.annotation_id`;

/** What the annotators marked since the round opened, as everybody sees it now. */
const afterSql = `
  SELECT a.id, a.author_id AS author, x.start, x."end", ARRAY(SELECT tag.slug FROM annotation_tag y JOIN tag ON tag.id = y.tag_id
    WHERE y.annotation_id = a.id ORDER BY tag.position, tag.slug) AS tags
  FROM annotation_round r JOIN round_annotator p ON p.round_id = r.id CROSS JOIN ${markedSince}
    AND r.id = $1::uuid ORDER BY a.id`;

/** The text that was read, and what of it counts. */
export interface RoundFacts extends TokenizedText {
  slug: string;
  title: string;
  sha256: string;
  /** What counts: the tags that were asked for, or those in use. */
  tags: string[];
  /** Who took part: marked something, or said that they were done. */
  annotators: string[];
}

const factsSql = `
  SELECT e.id, y.slug, e.title, v.number AS version, v.id AS "versionId", v.sha256, e.language,
    ARRAY(SELECT tag.slug FROM tag WHERE tag.group_id = r.group_id AND ${tagCounts} ORDER BY tag.position, tag.slug) AS tags,
    ARRAY(SELECT p.user_id FROM round_annotator p WHERE p.round_id = r.id AND ${tookPart} ORDER BY p.user_id) AS annotators
  FROM annotation_round r JOIN essay e ON e.id = r.essay_id JOIN essay_version v ON v.id = r.essay_version_id
  JOIN reading_list_entry y ON y.group_id = r.group_id AND y.essay_id = r.essay_id
  WHERE r.id = $1::uuid`;

interface RevealedRound {
  scope: EssayScope;
  round: AnnotationRound;
  facts: RoundFacts;
}

/** What a revealed round rests on. */
export interface RoundMarks extends RevealedRound {
  text: NonNullable<Awaited<ReturnType<typeof versionText>>>;
  /** With the tags that count, of those who took part. */
  before: TextMark[];
  after: TextMark[];
  /** Ids of those that are there now, with whatever tags. */
  there: ReadonlySet<string>;
}

/** Throws a 409 before the reveal, and to who reads the essay alone. */
export async function revealedRound(viewer: Viewer, place: RoundPlace): Promise<RevealedRound> {
  const scope = await essayFor(viewer, place, 'annotation.read');
  await demandNotAlone(viewer, { group: scope.group.id, essay: scope.id });
  const round = await annotationRoundOf(viewer, scope, place.round);
  if (round.state !== 'revealed') throw conflict('not-revealed', 'This is shown after the reveal.');
  const [facts] = await query<RoundFacts>('round-facts', factsSql, [round.id]);
  if (!facts) throw notFound();
  return { scope, round, facts };
}

/** Marks at the reveal and as they are now, of a round that is revealed. */
export async function roundMarks(viewer: Viewer, place: RoundPlace): Promise<RoundMarks> {
  const revealed = await revealedRound(viewer, place);
  const { round, facts } = revealed;
  const [text, before, after] = await Promise.all([
    versionText(facts.id, facts.version),
    query<TextMark>('round-marks-before', beforeSql, [round.id]),
    query<TextMark>('round-marks-after', afterSql, [round.id]),
  ]);
  if (!text) throw notFound();
  return {
    ...revealed,
    text,
    before: counted(before, facts),
    after: counted(after, facts),
    there: new Set(after.map(({ id }) => id)),
  };
}

/** Marks of a round as measures take them: by annotator, in tokens. */
export async function roundText(facts: RoundFacts, marks: readonly TextMark[]): Promise<AnnotatedText> {
  const readers = facts.annotators.map((id) => ({ id }));
  return textInTokens(await tokensOf(facts), { readers, marks });
}

const counted = (marks: readonly TextMark[], { tags, annotators }: RoundFacts): TextMark[] =>
  marks
    .map((mark) => ({ ...mark, tags: mark.tags.filter((tag) => tags.includes(tag)) }))
    .filter((mark) => mark.tags.length > 0 && annotators.includes(mark.author));
