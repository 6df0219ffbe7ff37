import { CorpusPlace } from './corpus-place';
import { CorpusSection } from './corpus-section';

/** What the corpus says as a whole. `at`: the group's page. */
export function LookInto({ at }: { at: string }) {
  return (
    <CorpusSection id="look" title="Look into it" about="Across all essays in the group.">
      <CorpusPlace title="Agreement" path={`${at}/agreement`}>
        How far those who read the same text mark the same passages.
      </CorpusPlace>
      <CorpusPlace title="Coverage" path={`${at}/coverage`}>
        What was looked for in which essay, and what was found.
      </CorpusPlace>
      <CorpusPlace title="Concordance" path={`${at}/concordance`}>
        Every place of a word, or every passage with a tag, in the words around it.
      </CorpusPlace>
    </CorpusSection>
  );
}
