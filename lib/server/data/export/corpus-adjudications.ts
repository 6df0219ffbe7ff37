import 'server-only';
import { type Decision, decisionsInForce, type KeptMark } from '@/lib/core/adjudication/decisions-in-force';
import type { CorpusAdjudication } from '@/lib/core/corpus/corpus';
import { type CountedText, corpusPassage } from '@/lib/core/corpus/corpus-range';
import { grouped } from '@/lib/core/crux/grouped';
import { decisionHistory, type KeptDecision } from '@/lib/server/data/adjudication/decision-rows';
import { readsAlone } from '@/lib/server/data/audience';
import type { Snapshot } from '@/lib/server/data/database';
import type { Chosen } from './chosen';
import type { PersonOf } from './consents';
import type { ListedDocument } from './corpus-documents';

/** A decision that holds, with those of the annotations it speaks of that come along: never none. */
export type ListedDecision = Decision<KeptDecision> & { annotations: string[] };

const essay = '(SELECT essay_id FROM essay_version v WHERE v.id = essay_version_id)';
const madeByThen = decisionHistory(
  `created_at <= $3::timestamptz AND NOT ${readsAlone('$4::uuid', { group: 'group_id', essay })}`,
);

/**
 * What was decided in these documents, as of the time that was asked for, by the ids of their versions. A decision comes
 * along with any of the annotations that it speaks of.
 */
export async function corpusDecisions(
  snapshot: Snapshot,
  chosen: Chosen,
  documents: readonly ListedDocument[],
): Promise<Map<string, ListedDecision[]>> {
  if (!chosen.has('annotations')) return new Map();
  const rows = await snapshot.query<KeptDecision>(madeByThen, [
    chosen.group.id,
    documents.map(({ id }) => id),
    chosen.choice.asOf ?? 'infinity',
    chosen.viewer,
  ]);
  const inForce = [...grouped(rows, ({ version }) => version).values()].flatMap((one) =>
    decisionsInForce(one),
  );
  const coming = await chosenOf(
    snapshot,
    chosen,
    inForce.flatMap(({ subjects }) => subjects.map(({ id }) => id)),
  );
  const listed = inForce.flatMap((decision) => {
    const annotations = decision.subjects.map(({ id }) => id).filter((id) => coming.has(id));
    return annotations.length > 0 ? [{ ...decision, annotations }] : [];
  });
  return grouped(listed.sort(inReadingOrder), ({ version }) => version);
}

async function chosenOf(snapshot: Snapshot, { annotations, values }: Chosen, ids: string[]) {
  if (ids.length === 0) return new Set<string>();
  const rows = await snapshot.query<{ id: string }>(
    `SELECT a.id FROM annotation a WHERE ${annotations} AND a.id = ANY($${values.length + 1}::uuid[])`,
    [...values, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

const placeOf = ({ marks, subjects }: Decision): KeptMark => (marks[0] ?? subjects[0])!;

const inReadingOrder = (a: ListedDecision, b: ListedDecision): number =>
  placeOf(a).start - placeOf(b).start || (a.id < b.id ? -1 : 1);

/** As records. Whoever decided and is left out gave no reason here either. */
export const decisionRecords = (
  decisions: readonly ListedDecision[],
  text: CountedText,
  personOf: PersonOf,
): CorpusAdjudication[] =>
  decisions.map(({ id, verdict, reason, actor, created, annotations, marks }) => {
    const person = personOf(actor);
    return {
      kind: 'adjudication',
      id,
      verdict,
      reason: person ? reason : '',
      person,
      created,
      annotations,
      marks: marks.map((mark) => ({ id: mark.id, tags: mark.tags, ...corpusPassage(text, mark) })),
    };
  });
