import type { CorpusAdjudication } from '@/lib/core/corpus/corpus';
import type { corpusIris } from '@/lib/core/corpus/corpus-iris';

/** What the writer of items knows besides: where the text is, and how tags are named. */
interface Known {
  iris: ReturnType<typeof corpusIris>;
  /** Slug of the essay. */
  essay: string;
  /** The text as part of a target, JSON without braces. */
  place: string;
  /** Bodies for a tag, JSON side by side. */
  tag: (slug: string) => string;
}

/**
 * A decision about annotations assigns them a quality, so it is *moderating* (https://www.w3.org/TR/annotation-vocab/#moderating);
 * what it leaves standing *classifies* passages, each by an annotation of its own, to which the decision links.
 */
export function decisionItems(decision: CorpusAdjudication, { iris, essay, place, tag }: Known) {
  const { id, verdict, reason, person, created, annotations, marks } = decision;
  const markIri = (mark: string) => iris.adjudication(essay, mark);
  const words = (purpose: string, value: string) => ({
    type: 'TextualBody',
    purpose,
    value,
    format: 'text/plain',
  });
  const body = [
    words('moderating', verdict),
    ...(reason ? [words('commenting', reason)] : []),
    ...marks.map((mark) => ({ type: 'SpecificResource', purpose: 'linking', source: markIri(mark.id) })),
  ];
  const [only, ...more] = annotations.map(iris.annotation);
  const target = more.length > 0 ? [only, ...more] : only;
  return [
    {
      id: markIri(id),
      person,
      rest: { motivation: 'moderating', created, canonical: `urn:uuid:${id}`, body, target },
    },
    ...marks.map(({ id, tags, quote, prefix, suffix, startPoint, endPoint }) => ({
      id: markIri(id),
      person,
      rest: {
        motivation: 'classifying',
        created,
        canonical: `urn:uuid:${id}`,
        body: JSON.parse(`[${tags.map(tag).join()}]`),
        target: {
          type: 'SpecificResource',
          ...JSON.parse(`{${place}}`),
          selector: [
            { type: 'TextQuoteSelector', exact: quote, prefix, suffix },
            { type: 'TextPositionSelector', start: startPoint, end: endPoint },
          ],
        },
      },
    })),
  ];
}
