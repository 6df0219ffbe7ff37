import type { CorpusAdjudication, CorpusCard, CorpusCounts, CorpusRecord } from '@/lib/core/corpus/corpus';
import {
  isShownCard,
  type ReleaseStanding,
  type ReleaseSurvey,
  shownAdjudication,
  shownAnnotation,
  shownPositions,
  standingRelations,
} from './shown-record';

/** What of a release does not come any more. */
export interface LeftOut {
  /** Annotations, and cards not accepted yet, of people who asked to be left out. */
  byConsent: number;
  /** Annotations, answers and cards that the group does not see any more: hidden, removed, or made private. */
  takenBack: number;
}

export interface SurveyedRelease extends ReleaseSurvey {
  counts: CorpusCounts;
  leftOut: LeftOut;
}

/** Goes once through what was frozen and finds what comes of it. Memory: its cards, and ids of what does not come. */
export function surveyRelease(standing: ReleaseStanding) {
  const cards: CorpusCard[] = [];
  const annotations = new Map<string, number>();
  const dropped = new Set<string>();
  const leftOut = { byConsent: 0, takenBack: 0 };
  const counts = {
    ...{ documents: 0, annotations: 0, replies: 0, checks: 0, positions: 0 },
    ...{ adjudications: 0, adjudicated: 0 },
  };
  let document = '';
  const annotation = (record: Extract<CorpusRecord, { kind: 'annotation' }>) => {
    const shown = shownAnnotation(record, standing);
    if (shown) {
      annotations.set(document, (annotations.get(document) ?? 0) + 1);
      counts.annotations += 1;
      counts.replies += shown.replies.length;
      leftOut.takenBack += record.replies.filter(({ id }) => standing.isGone(id)).length;
    } else {
      dropped.add(record.id);
      if (standing.isGone(record.id)) leftOut.takenBack += 1;
      else leftOut.byConsent += 1;
    }
  };
  const card = (record: CorpusCard) => {
    if (standing.isGone(record.id)) leftOut.takenBack += 1;
    else if (!isShownCard(record, standing)) leftOut.byConsent += 1;
    else {
      cards.push(record);
      counts.positions += shownPositions(record, standing).length;
    }
  };
  const adjudication = (record: CorpusAdjudication) => {
    const shown = shownAdjudication(record, standing, { dropped });
    counts.adjudications += shown ? 1 : 0;
    counts.adjudicated += shown?.marks.length ?? 0;
  };
  return {
    write(record: CorpusRecord): void {
      if (record.kind === 'annotation') annotation(record);
      else if (record.kind === 'card') card(record);
      else if (record.kind === 'adjudication') adjudication(record);
      else if (record.kind === 'document') {
        document = record.id;
        counts.documents += 1;
      } else if (record.kind === 'coverage')
        counts.checks += record.checks.filter(({ person }) => standing.personOf(person.id)).length;
    },
    end(): SurveyedRelease {
      const relations = standingRelations(cards, standing);
      return {
        ...{ annotations, dropped, relations, leftOut },
        counts: { ...counts, cards: cards.length, relations: relations.size, beliefs: 0 },
      };
    },
  };
}
