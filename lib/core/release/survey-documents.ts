import type {
  CorpusAdjudication,
  CorpusAnnotation,
  CorpusCard,
  CorpusDocument,
  CorpusRecord,
} from '@/lib/core/corpus/corpus';
import type { Takes } from '@/lib/core/export/export-format';
import { type AskedOfRelease, asksFor, asksForAll, asksForEssay, asksForMark } from './asked-of-release';
import {
  isTaken,
  type ReleaseStanding,
  shownAdjudication,
  shownAnnotation,
  shownCoverage,
} from './shown-record';

/** A document of what was asked for, and what stands in it and comes. */
export interface SurveyedDocument
  extends Pick<CorpusDocument, 'id' | 'essay' | 'number' | 'title' | 'licence'> {
  /** Its words come. */
  hasWords: boolean;
  /** How much of each a format has. */
  taken: {
    annotations: number;
    replies: number;
    checks: number;
    adjudications: number;
    adjudicated: number;
  };
}

interface Survey {
  standing: ReleaseStanding;
  takes: Pick<Takes, 'withoutText' | 'partly'>;
  asked: AskedOfRelease;
  /** Ids of cards that may come; all are known before the first document. */
  cards: ReadonlySet<string>;
}

/** Goes through documents and what stands in them. Memory: ids of what does not come, of one document. */
export function surveyDocuments({ standing, takes, asked, cards }: Survey) {
  const { withoutText, partly } = takes;
  const documents: SurveyedDocument[] = [];
  const met = new Set<string>();
  const dropped = new Set<string>();
  /** The one that was begun last; null where it was not asked for. */
  let inside: SurveyedDocument | null = null;
  let droppedInside = new Set<string>();
  let read = 0;
  const drop = ({ id, cards }: CorpusAnnotation) => {
    if (inside) droppedInside.add(id);
    if (cards.length > 0) dropped.add(id);
  };
  /** A format that needs the words of a text has nothing of one without them. */
  const isTold = ({ hasWords }: SurveyedDocument) => hasWords || withoutText === 'quotations';
  const begin = (record: CorpusDocument) => {
    const { id, essay, number, title, licence } = record;
    droppedInside = new Set();
    const hasWords = asksFor(asked, 'texts') && record.text !== null && standing.mayPass(record);
    const taken = { annotations: 0, replies: 0, checks: 0, adjudications: 0, adjudicated: 0 };
    inside = asksForEssay(asked, record) ? { id, essay, number, title, licence, hasWords, taken } : null;
    if (inside) documents.push(inside);
  };
  const count = ({ taken }: SurveyedDocument, shown: CorpusAnnotation) => {
    taken.annotations += 1;
    const replies = asksFor(asked, 'replies') ? shown.replies : [];
    taken.replies += partly.includes('replies')
      ? replies.filter(({ words }) => words).length
      : replies.length;
  };
  const annotation = (record: CorpusAnnotation) => {
    const shown = shownAnnotation(record, standing);
    if (!shown || !inside || !asksForMark(asked, record, shown)) return drop(record);
    for (const { id } of shown.cards) met.add(id);
    read += 1;
    const comes = asksFor(asked, 'annotations') && isTaken(takes, shown, cards);
    if (comes) count(inside, shown);
    if (!comes || !isTold(inside)) drop(record);
  };
  const adjudication = ({ taken }: SurveyedDocument, record: CorpusAdjudication) => {
    for (const id of record.annotations) if (droppedInside.has(id)) dropped.add(id);
    const shown = shownAdjudication(record, standing, { dropped });
    taken.adjudications += shown ? 1 : 0;
    taken.adjudicated += shown?.marks.length ?? 0;
  };
  return {
    write(record: Exclude<CorpusRecord, CorpusCard>): void {
      if (record.kind === 'document') begin(record);
      else if (record.kind === 'annotation') annotation(record);
      else if (!inside) return;
      else if (record.kind === 'adjudication') adjudication(inside, record);
      else inside.taken.checks += shownCoverage(record, standing, { asked })?.checks.length ?? 0;
    },
    end() {
      const listed = documents.filter(comesAmong(documents, asked));
      const coming = listed.filter(isTold);
      const isMarked = ({ taken }: SurveyedDocument) => taken.annotations > 0;
      return {
        met,
        dropped,
        read,
        listed,
        coming,
        hasEssay: documents.length > 0,
        texts: coming.filter((one) => one.hasWords && (isMarked(one) || !partly.includes('documents')))
          .length,
        counts: totals(coming),
      };
    },
  };
}

/** Of a part come texts that something chosen stands on, and of the group the newest of each essay. */
function comesAmong(documents: readonly SurveyedDocument[], asked: AskedOfRelease) {
  const isWhole = asksForAll(asked);
  const newest = new Map<string, number>();
  for (const { essay, number } of documents) newest.set(essay, Math.max(number, newest.get(essay) ?? 0));
  return ({ essay, number, taken }: SurveyedDocument) =>
    isWhole || taken.annotations > 0 || (asked.scope === 'group' && newest.get(essay) === number);
}

function totals(documents: readonly SurveyedDocument[]) {
  const sum = (kind: keyof SurveyedDocument['taken']) =>
    documents.reduce((n, { taken }) => n + taken[kind], 0);
  const adjudications = sum('adjudications');
  return {
    documents: documents.length,
    annotations: sum('annotations'),
    replies: sum('replies'),
    checks: sum('checks'),
    ...(adjudications > 0 && { adjudications, adjudicated: sum('adjudicated') }),
  };
}
