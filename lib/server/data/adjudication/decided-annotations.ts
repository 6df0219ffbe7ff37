import 'server-only';
import { may } from '@/lib/core/access/permissions';
import { decisionsInForce } from '@/lib/core/adjudication/decisions-in-force';
import { fateOf } from '@/lib/core/adjudication/fate';
import type { DecidedAnnotations } from '@/lib/core/api/adjudication';
import { peopleById } from '@/lib/server/data/agreement/people-by-id';
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
  const [newest] = await query<{ id: string; number: number }>(
    'newest-text',
    'SELECT id, number FROM essay_version WHERE essay_id = $1::uuid ORDER BY number DESC LIMIT 1',
    [id],
  );
  const inForce = newest ? decisionsInForce(await decisionRows(group.id, newest.id)) : [];
  const text = newest && inForce.length > 0 ? await versionText(id, newest.number) : null;
  if (!text) return nothing;
  const subjects = inForce.flatMap((decision) => decision.subjects.map((mark) => ({ decision, mark })));
  const tagsNow = await tagsOfShown(
    viewer,
    { moderates: may('moderation.review', group) },
    subjects.map(({ mark }) => mark.id),
  );
  const people = await peopleById(new Set(inForce.map(({ actor }) => actor)));
  const items = subjects.flatMap(({ decision, mark }) => {
    const tags = tagsNow.get(mark.id);
    if (!tags) return [];
    return {
      annotation: mark.id,
      fate: fateOf(decision, mark),
      retagged: isRetagged(mark.tags, tags),
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

/** The tags of those annotations that somebody may see. */
async function tagsOfShown(
  viewer: Viewer,
  { moderates }: { moderates: boolean },
  annotations: readonly string[],
): Promise<Map<string, BorneTag[]>> {
  const eyes = { viewer: '$2::uuid', moderates: '$3::boolean' };
  const rows = await query<{ id: string; tags: BorneTag[] }>(
    'decided-annotations',
    `SELECT a.id, coalesce((SELECT json_agg(json_build_object('slug', t.slug, 'isRetired', t.retired_at IS NOT NULL))
       FROM annotation_tag x JOIN tag t ON t.id = x.tag_id WHERE x.annotation_id = a.id), '[]') AS tags
     FROM annotation a WHERE a.id = ANY($1::uuid[]) AND ${annotationShownTo(eyes)}`,
    [annotations, viewer.user?.id ?? null, moderates],
  );
  return new Map(rows.map(({ id, tags }) => [id, tags]));
}
