import 'server-only';
import type { UnlicensedText } from '@/lib/core/api/export';
import type { CorpusAnnotation, CorpusCard, CorpusHead, CorpusRecord } from '@/lib/core/corpus/corpus';
import { countedText } from '@/lib/core/corpus/corpus-range';
import { ExportChoice } from '@/lib/core/corpus/export-choice';
import { type Takes, takesAll } from '@/lib/core/export/export-format';
import { inSnapshot, type Snapshot } from '@/lib/server/data/database';
import type { GroupScope } from '@/lib/server/data/group-scope';
import { isOfRelease } from '@/lib/server/data/releases/asking-of-release';
import { releaseCorpus } from '@/lib/server/data/releases/release-corpus';
import type { Viewer } from '@/lib/server/data/viewer';
import { type Asking, askingFor, chosenBy } from './chosen';
import { type Consents, consents } from './consents';
import { type Contents, contentsOf } from './contents';
import { corpusDecisions, decisionRecords, type ListedDecision } from './corpus-adjudications';
import { corpusAnnotations, type Reading, slugReader } from './corpus-annotations';
import { corpusCards } from './corpus-cards';
import { corpusCoverage } from './corpus-coverage';
import { corpusDocuments, type ListedDocument, textOf, unlicensedTexts } from './corpus-documents';
import { corpusHead, corpusTags } from './corpus-head';
import { countHiddenPositions } from './hidden-positions';
import { countUntold } from './untold';

/** First the head and how many texts come with their words, then records, so many at a time. */
export type CorpusPart =
  | {
      head: CorpusHead;
      /** Of those that the format would have. */
      unlicensed: UnlicensedText[];
      texts: number;
      /** To be asked before the first record is. */
      contents: Contents;
      /** Ids of users whose things are not read. */
      leftOut: string[];
    }
  | { records: Iterable<CorpusRecord> };

/**
 * What of a group, or of a release of it, the viewer may see and chose, as of one moment, in the order that
 * lib/core/corpus/corpus.ts describes. Memory is for the cards, one text, and some annotations. Consent is asked here, at the time when it is read. A format
 * says what it takes: one that needs the words of a text gets nothing that was marked in a text without them, one that
 * cannot say that something is private or held does not get it, and the head counts what is read for it (`heldCounts` takes
 * out what it lacks). `signal`: when nobody waits for it any more.
 */
export async function readCorpus(
  viewer: Viewer,
  group: string,
  { takes = takesAll, signal, ...choice }: ExportChoice & { takes?: Takes; signal?: AbortSignal | undefined },
): Promise<AsyncGenerator<CorpusPart>> {
  if (isOfRelease(choice)) return releaseCorpus(viewer, group, { ...choice, takes, signal });
  const asking = { ...(await askingFor(viewer, group, choice)), takes };
  return inSnapshot(async function* (snapshot) {
    yield* corpusIn(snapshot, asking, await consents(snapshot, asking));
  });
}

/**
 * What a release of a group holds that is made now: what everybody in it sees, of those who are not left out. People are
 * user ids without names, so that mentions keep whom they mean: under which name somebody comes is asked when the release is
 * taken.
 */
export function readForRelease(group: GroupScope): AsyncGenerator<CorpusPart> {
  const asking: Asking = {
    group: { ...group, role: 'reader' },
    viewer: null,
    choice: ExportChoice.parse({}),
    essay: null,
    takes: takesAll,
  };
  return inSnapshot(async function* (snapshot) {
    const { leftOut, ...rest } = await consents(snapshot, asking);
    const out = new Set(leftOut);
    const personOf = (id: string) => (out.has(id) ? null : { id, name: '', pseudonymous: false });
    yield* corpusIn(snapshot, asking, { ...rest, personOf, leftOut });
  });
}

async function* corpusIn(snapshot: Snapshot, asking: Asking, people: Consents): AsyncGenerator<CorpusPart> {
  const { personOf } = people;
  const chosen = chosenBy(asking, people.leftOut);
  const tags = await corpusTags(snapshot, chosen);
  const found = await corpusDocuments(snapshot, chosen);
  const documents = asking.takes.withoutText === 'nothing' ? found.filter(({ isShared }) => isShared) : found;
  const cards = await corpusCards(snapshot, chosen, { documents, personOf });
  const decisions = await corpusDecisions(snapshot, chosen, documents);
  const hiddenPositions = await countHiddenPositions(snapshot, chosen, { cards, personOf });
  const listed = {
    documents,
    isWhole: documents.length === found.length,
    cards,
    hiddenPositions,
    tags,
    personOf,
    decisions: [...decisions.values()].flat(),
    untold: await countUntold(snapshot, asking, people.leftOut),
  };
  const head = await corpusHead(snapshot, chosen, listed);
  const isTaken = (n: number) => n > 0 || !asking.takes.partly.includes('documents');
  const texts = documents.filter(({ isShared, annotations }) => isShared && isTaken(annotations)).length;
  const unlicensed = unlicensedTexts(
    chosen,
    found.filter(({ annotations }) => isTaken(annotations)),
  );
  const contents = contentsOf(snapshot, chosen, { ...listed, consents: people });
  const { leftOut } = people;
  yield { head, unlicensed, texts, contents, leftOut };
  yield { records: cards };
  const reading = {
    snapshot,
    chosen,
    personOf,
    slugsOf: slugReader(tags),
    cards: cardsByAnnotation(cards),
    decisions,
  };
  for (const document of documents) yield* documentRecords(snapshot, reading, document);
}

async function* documentRecords(
  snapshot: Snapshot,
  reading: Reading & { decisions: ReadonlyMap<string, ListedDecision[]> },
  listed: ListedDocument,
): AsyncGenerator<CorpusPart> {
  const { isShared, hasOthers: _, changed: __, shareText: ___, addedBy: ____, ...document } = listed;
  const { text: words, structure } = await textOf(snapshot, listed.id);
  const text = countedText(words);
  yield {
    records: [{ ...document, text: isShared ? words : null, structure: isShared ? structure : null }],
  };
  for await (const records of corpusAnnotations(reading, listed, text)) yield { records };
  const decided = reading.decisions.get(listed.id);
  if (decided) yield { records: decisionRecords(decided, text, reading.personOf) };
  const coverage = await corpusCoverage(reading, listed, text);
  if (coverage) yield { records: [coverage] };
}

function cardsByAnnotation(cards: readonly CorpusCard[]): Map<string, CorpusAnnotation['cards']> {
  const found = new Map<string, CorpusAnnotation['cards'][number][]>();
  for (const { id, number, occurrences } of cards)
    for (const { annotation, role } of occurrences) {
      const met = found.get(annotation);
      if (met) met.push({ id, number, role });
      else found.set(annotation, [{ id, number, role }]);
    }
  return found;
}
