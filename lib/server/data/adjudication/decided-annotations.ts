import 'server-only';
import { may } from '@/lib/core/access/permissions';
import { inWholeTokens } from '@/lib/core/adjudication/adjudication-cases';
import { decisionsInForce } from '@/lib/core/adjudication/decisions-in-force';
import { fateOf } from '@/lib/core/adjudication/fate';
import type { Span } from '@/lib/core/agreement/marks';
import type { DecidedAnnotations } from '@/lib/core/api/adjudication';
import { peopleById } from '@/lib/server/data/agreement/people-by-id';
import { type TokenizedText, tokensOf } from '@/lib/server/data/agreement/text-tokens';
import { isAlone } from '@/lib/server/data/annotation-rounds/is-alone';
import { annotationShownTo } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { essayFor } from '@/lib/server/data/essay-scope';
import { versionText } from '@/lib/server/data/version-text';
import type { Viewer } from '@/lib/server/data/viewer';
import { shownDecision } from './adjudication';
import { decisionRows } from './decision-rows';

/** What holds about each annotation of an essay's newest text that the viewer may see; nothing to who reads it alone. */
export async function decidedAnnotations(
  viewer: Viewer,
  place: { group: string; essay: string },
): Promise<DecidedAnnotations> {
  const { group, id } = await essayFor(viewer, place, 'annotation.read');
  if (await isAlone(viewer, { group: group.id, essay: id })) return nothing;
  const [newest] = await query<TokenizedText>(
    'newest-text',
    `SELECT e.id, e.language, v.id AS "versionId", v.number AS version
     FROM essay_version v JOIN essay e ON e.id = v.essay_id WHERE e.id = $1::uuid ORDER BY v.number DESC LIMIT 1`,
    [id],
  );
  const inForce = newest ? decisionsInForce(await decisionRows(group.id, newest.versionId)) : [];
  const text = newest && inForce.length > 0 ? await versionText(id, newest.version) : null;
  if (!text) return nothing;
  const subjects = inForce.flatMap((decision) => decision.subjects.map((mark) => ({ decision, mark })));
  const standing = await standingOf(viewer, {
    moderates: may('moderation.review', group),
    version: newest!.versionId,
    annotations: subjects.map(({ mark }) => mark.id),
  });
  const isMoved = await whetherMoved(newest!);
  const people = await peopleById(new Set(inForce.map(({ actor }) => actor)));
  const items = subjects.flatMap(({ decision, mark }) => {
    const now = standing.get(mark.id);
    if (!now) return [];
    return {
      annotation: mark.id,
      fate: fateOf(decision, mark),
      retagged: isRetagged(mark.tags, now.tags),
      moved: isMoved(mark, now),
      decision: decision.id,
    };
  });
  const told = new Set(items.map(({ decision }) => decision));
  return {
    items,
    decisions: inForce
      .filter(({ id }) => told.has(id))
      .map((decision) => shownDecision(decision, text.points, people)),
  };
}

const nothing: DecidedAnnotations = { items: [], decisions: [] };

/** As an annotation bears it now. */
interface BorneTag {
  slug: string;
  isRetired: boolean;
}

/** Whether an annotation has lost a tag, or got one, since it was decided about. A tag that was retired since stays. */
const isRetagged = (then: readonly string[], now: readonly BorneTag[]): boolean =>
  then.some((tag) => now.every(({ slug }) => slug !== tag)) ||
  now.some(({ slug, isRetired }) => !isRetired && !then.includes(slug));

/** Whether a mark covers other tokens than it did. A decision keeps whole ones. */
async function whetherMoved(text: TokenizedText) {
  const tokens = await tokensOf(text);
  return (then: Span, now: Span): boolean => {
    const [before, after] = [inWholeTokens(tokens, then), inWholeTokens(tokens, now)];
    return before.start !== after.start || before.end !== after.end;
  };
}

/** How an annotation stands now; UTF-16 offsets. */
interface Standing extends Span {
  id: string;
  tags: BorneTag[];
}

interface Asked {
  moderates: boolean;
  /** Id of the text. */
  version: string;
  annotations: readonly string[];
}

/** Those of some annotations that somebody may see. */
async function standingOf(
  viewer: Viewer,
  { moderates, version, annotations }: Asked,
): Promise<Map<string, Standing>> {
  const eyes = { viewer: '$2::uuid', moderates: '$3::boolean' };
  const rows = await query<Standing>(
    'decided-annotations',
    `SELECT a.id, n.start, n."end", coalesce((SELECT json_agg(json_build_object('slug', t.slug, 'isRetired', t.retired_at IS NOT NULL))
       FROM annotation_tag x JOIN tag t ON t.id = x.tag_id WHERE x.annotation_id = a.id), '[]') AS tags
     FROM annotation a JOIN anchor n ON n.annotation_id = a.id AND n.essay_version_id = $4::uuid
     WHERE a.id = ANY($1::uuid[]) AND ${annotationShownTo(eyes)}`,
    [annotations, viewer.user?.id ?? null, moderates, version],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
