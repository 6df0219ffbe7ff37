import { When } from '@/components/crux/when';
import type { ReleaseSummary } from '@/lib/core/api/releases';
import { CorpusPlace } from './corpus-place';
import { CorpusSection } from './corpus-section';

interface Props {
  /** The group's page. */
  at: string;
  formats: number;
  releases: readonly ReleaseSummary[];
}

/** Files of the corpus, as it is and as it was. */
export function TakeAway({ at, formats, releases }: Props) {
  const frozen = releases.filter(({ state }) => state === 'frozen');
  const last = frozen[0];
  return (
    <CorpusSection id="take" title="Take it away" about="The corpus as files.">
      <CorpusPlace title="Export" path={`${at}/export`} figure={`${formats} formats`}>
        A file for a spreadsheet, a browser, a research tool or another Cruxbook.
      </CorpusPlace>
      <CorpusPlace
        title="Releases"
        path={`${at}/releases`}
        figure={
          last ? (
            <>
              {frozen.length === 1 ? '1, of' : `${frozen.length}, the last of`}{' '}
              <When at={last.frozen ?? last.created} />
            </>
          ) : (
            'None yet'
          )
        }
      >
        The corpus as it was on one day: cite it, compare it, download it.
      </CorpusPlace>
    </CorpusSection>
  );
}
