import type { CorpusCard, CorpusCounts, CorpusRecord } from '@/lib/core/corpus/corpus';
import { countCards } from '@/lib/core/export/count-cards';
import { type Takes, takesAll } from '@/lib/core/export/export-format';
import { type AskedOfRelease, allOfRelease, asksForCard, choosesMarks } from './asked-of-release';
import { countLeftOut, type LeftOut } from './left-out';
import {
  isShownCard,
  type ReleaseStanding,
  type ReleaseSurvey,
  shownCard,
  standingPositions,
  standingRelations,
} from './shown-record';
import { type SurveyedDocument, surveyDocuments } from './survey-documents';

/** How much does not come for one viewer. `hiddenPositions`: on cards that they have still to answer. */
export interface LeftOutFor extends LeftOut {
  hiddenPositions: number;
}

export interface SurveyedRelease extends ReleaseSurvey {
  counts: CorpusCounts;
  /** How many of the documents come with their words. */
  texts: number;
  /** How many annotations were asked for; the format may have no place for some. */
  read: number;
  /** Documents that come, and those that do not as the format has nothing of a text without its words. */
  listed: readonly SurveyedDocument[];
  /** Whether the release has the essay that was asked for. */
  hasEssay: boolean;
  /** Positions on cards that whoever takes it has still to answer. */
  hiddenPositions: number;
  leftOut: LeftOut;
}

/**
 * Goes once through what was frozen and finds what comes of it that was `asked` for, and how much of that in a format that
 * takes this; all of it unless told. Memory: its cards, and ids of what does not come and is named by one of them or by a
 * decision.
 */
export function surveyRelease(
  standing: ReleaseStanding,
  takes: Pick<Takes, 'withoutText' | 'partly'> = takesAll,
  asked: AskedOfRelease = allOfRelease,
) {
  const left = countLeftOut(standing);
  const cards: CorpusCard[] = [];
  /** Their ids. */
  const known = new Set<string>();
  const inside = surveyDocuments({ standing, takes, asked, cards: known });
  const card = (record: CorpusCard) => {
    if (isShownCard(record, standing) && asksForCard(asked, record)) {
      cards.push(record);
      known.add(record.id);
    }
  };
  return {
    write(record: CorpusRecord): void {
      left.write(record);
      if (record.kind === 'card') card(record);
      else inside.write(record);
    },
    end(): SurveyedRelease {
      const { met, dropped, counts, coming: documents, ...rest } = inside.end();
      const coming =
        asked.scope === 'group' && choosesMarks(asked) ? cards.filter(({ id }) => met.has(id)) : cards;
      const survey: ReleaseSurvey = {
        asked,
        takes,
        documents: new Set(documents.map(({ id }) => id)),
        annotations: new Map(documents.map(({ id, taken }) => [id, taken.annotations])),
        dropped,
        cards: new Set(coming.map(({ id }) => id)),
        relations: standingRelations(coming, standing),
      };
      const shown = coming.flatMap((record) => shownCard(record, standing, survey) ?? []);
      return {
        ...survey,
        ...rest,
        leftOut: left.end(),
        hiddenPositions: coming.reduce(
          (n, record) => n + standingPositions(record, standing, asked).hidden,
          0,
        ),
        counts: { ...counts, ...countCards(shown, takes) },
      };
    },
  };
}
