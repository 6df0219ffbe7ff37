import 'server-only';
import type { CorpusCoverage } from '@/lib/core/corpus/corpus';
import { type CountedText, corpusRange } from '@/lib/core/corpus/corpus-range';
import { readsAlone } from '@/lib/server/data/audience';
import { isExternal } from '@/lib/server/data/cards/card-rows';
import type { Snapshot } from '@/lib/server/data/database';
import { countedCheck, sealedCheck } from '@/lib/server/data/section-checks';
import { wireTime } from '@/lib/server/data/wire-time';
import type { Chosen } from './chosen';
import type { PersonOf } from './consents';
import type { ListedDocument } from './corpus-documents';

interface Row {
  tag: string;
  user: string;
  start: number;
  end: number;
  created: string;
}

const from = `FROM section_check k JOIN tag ON tag.id = k.tag_id JOIN essay_version of ON of.id = k.essay_version_id
  WHERE k.group_id = $1::uuid AND k.essay_version_id = ANY($2::uuid[]) AND (${countedCheck} OR ${isExternal('k.user_id')})
    AND NOT ${sealedCheck('of.essay_id')} AND (k.user_id = $7::uuid OR NOT ${readsAlone('$7::uuid', { group: 'k.group_id', essay: 'of.essay_id' })})
    AND k.created_at <= $3::timestamptz AND ($4::uuid IS NULL OR k.user_id = $4::uuid)
    AND ($5::text[] IS NULL OR tag.slug = ANY($5::text[])) AND ($6::uuid[] IS NULL OR k.user_id = ANY($6::uuid[]))
    AND ($4::uuid IS NOT NULL OR NOT EXISTS (SELECT 1 FROM export_consent x
      WHERE x.group_id = k.group_id AND x.user_id = k.user_id AND x.choice = 'left-out'))`;

const asked = ({ group, viewer, choice }: Chosen, versions: string[]) => [
  group.id,
  versions,
  choice.asOf ?? 'infinity',
  choice.scope === 'mine' ? viewer : null,
  choice.tags ?? null,
  choice.people ?? null,
  viewer,
];

/** How often somebody looked for a tag in these documents, and the last time. */
export async function countChecks(snapshot: Snapshot, chosen: Chosen, documents: readonly ListedDocument[]) {
  if (!chosen.has('coverage')) return { checks: 0, last: null };
  const [row] = await snapshot.query<{ checks: number; last: string | null }>(
    `SELECT count(*)::int AS checks, ${wireTime('max(k.created_at)')} AS last ${from}`,
    asked(
      chosen,
      documents.map(({ id }) => id),
    ),
  );
  return row!;
}

/** A name for each of these checks. */
export async function checkNames(
  snapshot: Snapshot,
  chosen: Chosen,
  documents: readonly ListedDocument[],
): Promise<string[]> {
  if (!chosen.has('coverage')) return [];
  const rows = await snapshot.query<{ name: string }>(
    `SELECT concat_ws(' ', k.essay_version_id, k.tag_id, k.user_id, k.start) AS name ${from}`,
    asked(
      chosen,
      documents.map(({ id }) => id),
    ),
  );
  return rows.map(({ name }) => name);
}

/** Who looked for what in a document: by place, tag and person. */
export async function corpusCoverage(
  { snapshot, chosen, personOf }: { snapshot: Snapshot; chosen: Chosen; personOf: PersonOf },
  document: ListedDocument,
  text: CountedText,
): Promise<CorpusCoverage | null> {
  if (!chosen.has('coverage')) return null;
  const rows = await snapshot.query<Row>(
    `SELECT tag.slug AS tag, k.user_id AS "user", k.start, k."end", ${wireTime('k.created_at')} AS created ${from}
     ORDER BY k.start, k."end", tag.position, tag.id, k.user_id`,
    asked(chosen, [document.id]),
  );
  if (rows.length === 0) return null;
  const checks = rows.map(({ tag, user, created, ...range }) => ({
    // Whoever is left out made none of these.
    ...corpusRange(text, range),
    tag,
    person: personOf(user)!,
    created,
  }));
  return { kind: 'coverage', checks };
}
