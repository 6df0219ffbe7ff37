import type { CorpusAdjudication, CorpusCard, CorpusCounts, CorpusRecord } from '@/lib/core/corpus/corpus';
import { isArguing } from '@/lib/core/corpus/is-arguing';
import { countCards } from '@/lib/core/export/count-cards';
import { type Takes, takesAll } from '@/lib/core/export/export-format';
import {
  isShownCard,
  type ReleaseStanding,
  type ReleaseSurvey,
  shownAdjudication,
  shownAnnotation,
  shownCard,
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
 * Goes once through what was frozen and finds what comes of it, and how much of that in a format that takes this; all of it
 * unless told. Memory: its cards, and ids of what does not come.
 */
export function surveyRelease(
  standing: ReleaseStanding,
  { withoutText, partly }: Pick<Takes, 'withoutText' | 'partly'> = takesAll,
) {
  const cards: CorpusCard[] = [];
  /** Their ids. */
  const met = new Set<string>();
  const annotations = new Map<string, number>();
  const dropped = new Set<string>();
  const leftOut = { annotations: { byConsent: 0, takenBack: 0 }, others: { byConsent: 0, takenBack: 0 } };
  const counts = {
    documents: 0,
    annotations: 0,
    replies: 0,
    checks: 0,
    adjudications: 0,
    adjudicated: 0,
  };
  let document = '';
  /** Ids of documents that come with their words. */
  const texts: string[] = [];
  let hiddenPositions = 0;
  /** What stands in the document counts. */
  let n = 1;
  const annotation = (record: Extract<CorpusRecord, { kind: 'annotation' }>) => {
    const shown = shownAnnotation(record, standing);
    if (shown) {
      annotations.set(document, (annotations.get(document) ?? 0) + 1);
      if (n === 0) dropped.add(record.id);
      counts.annotations += partly.includes('annotations') && !isArguing(shown, met) ? 0 : n;
      const said = partly.includes('replies') ? shown.replies.filter(({ words }) => words) : shown.replies;
      counts.replies += n * said.length;
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
      met.add(record.id);
      if (standing.isBlind(record.id)) hiddenPositions += standingPositions(record, standing).length;
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
        if (hasWords) texts.push(record.id);
        counts.documents += n;
      } else if (record.kind === 'coverage')
        counts.checks += n * record.checks.filter(({ person }) => standing.personOf(person.id)).length;
    },
    end(): SurveyedRelease {
      const survey = { annotations, dropped, relations: standingRelations(cards, standing) };
      const shown = cards.flatMap((record) => shownCard(record, standing, survey) ?? []);
      return {
        ...survey,
        leftOut,
        hiddenPositions,
        texts: texts.filter((id) => !partly.includes('documents') || annotations.has(id)).length,
        counts: { ...counts, ...countCards(shown, { partly }) },
      };
    },
  };
}
