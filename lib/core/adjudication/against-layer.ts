import type { AnnotatedText, TaggedSpan } from '@/lib/core/agreement/annotated-text';
import { cohenKappa } from '@/lib/core/agreement/cohen-kappa';
import { compareMarks, tokenTable } from '@/lib/core/agreement/compare-marks';
import { marksOf } from '@/lib/core/agreement/marks';
import type { Measure } from '@/lib/core/agreement/measure';
import { spanF1 } from '@/lib/core/agreement/span-f1';

export interface AgainstLayer {
  /** The annotator's id. */
  id: string;
  /** Their passages and those of the layer. */
  passages: number;
  decided: number;
  exact: Measure;
  overlap: Measure;
  kappa: Measure;
}

/**
 * How far each annotator agrees with what was decided, whatever the tag (null) or by one. Offsets are tokens. Give only
 * marks that a decision speaks of: what nobody has decided yet is no error.
 */
export function againstLayer(
  { length, annotators }: AnnotatedText,
  layer: readonly TaggedSpan[],
  tag: string | null,
): AgainstLayer[] {
  const meant = (spans: readonly TaggedSpan[]) =>
    marksOf(spans.filter(({ tags }) => tag === null || tags.includes(tag)));
  const decided = meant(layer);
  return annotators.map(({ id, spans }) => {
    const own = meant(spans);
    const compared = compareMarks(own, decided, length);
    return {
      ...{ id, passages: own.spans.length, decided: decided.spans.length },
      exact: spanF1(compared.exact),
      overlap: spanF1(compared.overlap),
      kappa: cohenKappa(tokenTable(compared)).kappa,
    };
  });
}
