import type { CorpusAdjudication, CorpusCard, CorpusCounts, CorpusRecord } from '@/lib/core/corpus/corpus';
import type { WithoutText } from '@/lib/core/export/export-format';
import {
  isShownCard,
  type ReleaseStanding,
  type ReleaseSurvey,
  shownAdjudication,
  shownAnnotation,
  standingPositions,
  standingRelations,
} from './shown-record';

/** How much does not come any more, by the reason. */
interface Left {
  /** Of people who asked to be left out; of cards, those that are not accepted yet. */
  byConsent: number;
  /** What the group does not see any more: hidden, removed, or made private. */
  takenBack: number;
}

/** What of a release does not come any more; `others`: replies and cards. */
export interface LeftOut {
  annotations: Left;
  others: Left;
}

/** The same for one viewer. `hiddenPositions`: on cards that they have still to answer. */
export interface LeftOutFor extends LeftOut {
  hiddenPositions: number;
}

export interface SurveyedRelease extends ReleaseSurvey {
  counts: CorpusCounts;
  /** How many of the documents come with their words. */
  texts: number;
  /** Positions on cards that whoever takes it has still to answer. */
  hiddenPositions: number;
  leftOut: LeftOut;
}

/**
 * Goes once through what was frozen and finds what comes of it, and how much of that in a format that takes this of texts
 * that may not be passed on. Memory: its cards, and ids of what does not come.
 */
export function surveyRelease(standing: ReleaseStanding, withoutText: WithoutText = 'quotations') {
  const cards: CorpusCard[] = [];
  const annotations = new Map<string, number>();
  const dropped = new Set<string>();
  const leftOut = { annotations: { byConsent: 0, takenBack: 0 }, others: { byConsent: 0, takenBack: 0 } };
  const counts = {
    documents: 0,
    annotations: 0,
    replies: 0,
    checks: 0,
    positions: 0,
    adjudications: 0,
    adjudicated: 0,
  };
  let document = '';
  let texts = 0;
  let hiddenPositions = 0;
  /** What stands in the document counts. */
  let n = 1;
  const annotation = (record: Extract<CorpusRecord, { kind: 'annotation' }>) => {
    const shown = shownAnnotation(record, standing);
    if (shown) {
      annotations.set(document, (annotations.get(document) ?? 0) + 1);
      counts.annotations += n;
      counts.replies += n * shown.replies.length;
      leftOut.others.takenBack += record.replies.filter(({ id }) => standing.isGone(id)).length;
    } else {
      dropped.add(record.id);
      leftOut.annotations[standing.isGone(record.id) ? 'takenBack' : 'byConsent'] += 1;
    }
  };
  const card = (record: CorpusCard) => {
    if (standing.isGone(record.id)) leftOut.others.takenBack += 1;
    else if (!isShownCard(record, standing)) leftOut.others.byConsent += 1;
    else {
      cards.push(record);
      const positions = standingPositions(record, standing).length;
      if (standing.isBlind(record.id)) hiddenPositions += positions;
      else counts.positions += positions;
    }
  };
  const adjudication = (record: CorpusAdjudication) => {
    const shown = shownAdjudication(record, standing, { dropped });
    counts.adjudications += shown ? n : 0;
    counts.adjudicated += n * (shown?.marks.length ?? 0);
  };
  return {
    write(record: CorpusRecord): void {
      if (record.kind === 'annotation') annotation(record);
      else if (record.kind === 'card') card(record);
      else if (record.kind === 'adjudication') adjudication(record);
      else if (record.kind === 'document') {
        document = record.id;
        const hasWords = record.text !== null && standing.mayPass(record);
        n = hasWords || withoutText === 'quotations' ? 1 : 0;
        texts += hasWords ? 1 : 0;
        counts.documents += n;
      } else if (record.kind === 'coverage')
        counts.checks += n * record.checks.filter(({ person }) => standing.personOf(person.id)).length;
    },
    end(): SurveyedRelease {
      const relations = standingRelations(cards, standing);
      return {
        annotations,
        dropped,
        relations,
        leftOut,
        hiddenPositions,
        texts,
        counts: { ...counts, cards: cards.length, relations: relations.size, beliefs: 0 },
      };
    },
  };
}
