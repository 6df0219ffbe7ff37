import type { CorpusCard, CorpusCounts, CorpusRecord } from '@/lib/core/corpus/corpus';
import { countCards } from '@/lib/core/export/count-cards';
import { type Takes, takesAll } from '@/lib/core/export/export-format';
import { type AskedOfRelease, allOfRelease, asksForCard, choosesMarks } from './asked-of-release';
import {
  isShownCard,
  type ReleaseStanding,
  type ReleaseSurvey,
  shownCard,
  standingPositions,
  standingRelations,
} from './shown-record';
import { type SurveyedDocument, surveyDocuments } from './survey-documents';

/** How much does not come any more, by the reason. */
export interface Left {
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
  const others = { byConsent: 0, takenBack: 0 };
  const cards: CorpusCard[] = [];
  /** Their ids. */
  const known = new Set<string>();
  const inside = surveyDocuments({ standing, takes, asked, cards: known });
  const card = (record: CorpusCard) => {
    if (standing.isGone(record.id)) others.takenBack += 1;
    else if (!isShownCard(record, standing)) others.byConsent += 1;
    else if (asksForCard(asked, record)) {
      cards.push(record);
      known.add(record.id);
    }
  };
  return {
    write(record: CorpusRecord): void {
      if (record.kind === 'card') card(record);
      else inside.write(record);
    },
    end(): SurveyedRelease {
      const { met, dropped, counts, coming: documents, leftOut, ...rest } = inside.end();
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
        leftOut: {
          annotations: leftOut.annotations,
          others: { ...others, takenBack: others.takenBack + leftOut.replies },
        },
        hiddenPositions: coming.reduce(
          (n, record) => n + standingPositions(record, standing, asked).hidden,
          0,
        ),
        counts: { ...counts, ...countCards(shown, takes) },
      };
    },
  };
}
