import 'server-only';
import { setImmediate as breathe } from 'node:timers/promises';
import { inWholeTokens } from '@/lib/core/adjudication/adjudication-cases';
import { decisionsInForce, type KeptMark } from '@/lib/core/adjudication/decisions-in-force';
import { type Tokens, tokenize } from '@/lib/core/agreement/tokens';
import { isId } from '@/lib/core/api/slug';
import type { CorpusAdjudication } from '@/lib/core/corpus/corpus';
import type { CountedText } from '@/lib/core/corpus/corpus-range';
import { list } from '@/lib/core/corpus-import/import-report';
import { placePassage } from '@/lib/core/corpus-import/place-passage';
import { decisionRows } from '@/lib/server/data/adjudication/decision-rows';
import { query, transaction } from '@/lib/server/data/database';
import { lockedGroupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { derivedId } from '@/lib/server/importing/derived-id';
import type { Prisma } from '@/prisma/generated/client';
import { inOneGo, type Places, readAlone, type Subject } from './annotations';
import type { Importing } from './importing';
import { settledIds } from './settled-ids';
import { type PlannedText, textOf } from './texts';

type Row = Prisma.AdjudicationCreateManyInput;
type Mark = Omit<Subject, 'id'>;

interface Known extends Places {
  /** By their ids in the file. */
  subjects: ReadonlyMap<string, Subject>;
}

interface Text {
  version: string;
  counted: CountedText;
  tokens: Tokens;
  /** Ids of annotations that the group itself has decided about, as far as that holds. */
  decided: ReadonlySet<string>;
}

/** What was decided about marks that have a place here; as part of the history, from the time when it was decided. */
export async function planDecisions(importing: Importing, known: Known): Promise<Row[]> {
  const { corpus, created, matched, bad, alone } = importing;
  const settled = await settledIds(importing, 'adjudication', corpus.ids.adjudication);
  const rows: Row[] = [];
  let text: Text | null = null;
  let turn = 0;
  for await (const { decision, row, text: of } of corpus.adjudication.taken()) {
    if (++turn % inOneGo === 0) await breathe();
    const place = known.texts.get(of);
    const { id, isThere } = settled.get(decision.id)!;
    const refuse = (reason: string) => list(bad, { row, what: `decision ${decision.id}`, reason });
    if (!place) refuse('The group has no such text, and the file does not bring it.');
    else if (alone.has(place.essay)) refuse(readAlone);
    else if (isThere) matched.decisions++;
    else {
      if (text?.version !== place.version) text = await textWith(importing, place);
      const made = rowOf(importing, { decision, id, place, text }, known);
      if (typeof made === 'string') refuse(made);
      else rows.push(made);
    }
  }
  created.decisions = rows.length;
  return rows;
}

async function textWith(importing: Importing, place: PlannedText): Promise<Text> {
  const counted = await textOf(place);
  const decided = await decidedHere(importing, place);
  const { version, language } = place;
  return { version, counted, tokens: tokenize(counted.text, language), decided };
}

/** What came with a file before may give way to what the same people decided later. */
async function decidedHere({ group, userOf }: Importing, { version }: PlannedText): Promise<Set<string>> {
  const inForce = decisionsInForce(await decisionRows(group, version));
  const people = await query<{ id: string }>(
    'imported-people',
    'SELECT user_id AS id FROM external_person WHERE group_id = $1::uuid',
    [group],
  );
  const imported = new Set([...people.map(({ id }) => id), userOf(null)]);
  const own = inForce.filter(({ actor }) => !imported.has(actor));
  return new Set(own.flatMap(({ subjects }) => subjects.map(({ id }) => id)));
}

interface Placed {
  decision: CorpusAdjudication;
  /** What it is called here. */
  id: string;
  place: PlannedText;
  text: Text;
}

/** Or a sentence that says why it cannot be kept. */
function rowOf(
  { group, source, userOf }: Importing,
  { decision, id, place, text }: Placed,
  { tags, subjects }: Known,
): Row | string {
  const kept = (mark: Mark, of: string, inUseOnly: boolean): KeptMark[] => {
    const passage = placePassage(text.counted, mark);
    const found = mark.tags.flatMap((slug) => tags.get(slug) ?? []);
    const slugs = found.filter(({ isRetired }) => !(inUseOnly && isRetired)).map(({ slug }) => slug);
    if (!passage) return [];
    const { start, end } = inWholeTokens(text.tokens, { start: passage.start, end: passage.end });
    return [{ id: of, start, end, tags: slugs }];
  };
  const nameOf = (mark: string) =>
    id === decision.id && isId(mark) ? mark : derivedId(group, source, { kind: 'decided', id: mark });
  const spokenOf = decision.annotations.flatMap((one) => subjects.get(one) ?? []);
  if (spokenOf.length === 0) return 'Nothing of what it is about is there.';
  if (spokenOf.some((mark) => text.decided.has(mark.id))) return 'The group has decided this itself.';
  const marks = decision.marks.flatMap((mark) =>
    kept({ ...mark, anchor: { state: 'anchored', method: 'exact', confidence: 1 } }, nameOf(mark.id), false),
  );
  if (marks.length < decision.marks.length) return 'Its words are not in the text.';
  const now = new Date().toISOString();
  return {
    id,
    groupId: group,
    essayVersionId: place.version,
    verdict: decision.verdict,
    reason: decision.reason,
    subjects: spokenOf.flatMap((mark) => kept(mark, mark.id, true)) as object[],
    marks: marks as object[],
    actorId: userOf(decision.person),
    // What is decided from now on takes its place, whatever a file says.
    createdAt: decision.created < now ? decision.created : now,
  };
}

export async function writeDecisions(viewer: Viewer, group: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await transaction(async (tx) => {
    await lockedGroupFor(viewer, group, 'adjudication.decide');
    await tx.adjudication.createMany({ data: [...rows], skipDuplicates: true });
  });
}
