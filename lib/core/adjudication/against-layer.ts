import type { AnnotatedText, TaggedSpan } from '@/lib/core/agreement/annotated-text';
import { cohenKappa } from '@/lib/core/agreement/cohen-kappa';
import { compareMarks, tokenTable } from '@/lib/core/agreement/compare-marks';
import { marksOf, type Span } from '@/lib/core/agreement/marks';
import { type Measure, undefinedBecause } from '@/lib/core/agreement/measure';
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

/** What was decided in a text. Offsets are tokens. */
export interface DecidedText {
  /** Marks that stand. */
  layer: readonly TaggedSpan[];
  cases: readonly (Span & { isDecided: boolean })[];
}

/**
 * How far each annotator agrees with what was decided, whatever the tag (null) or by one. Offsets are tokens. Give only
 * marks that a decision speaks of: what nobody has decided yet is no error. It is no agreement either: κ leaves out the
 * tokens that only undecided cases cover, and is undefined while those are the greater part of the cases, since the
 * passages to come are then missing from what would be marked by chance. That line is our own: no source draws one.
 */
export function againstLayer(
  { length, annotators }: AnnotatedText,
  { layer, cases }: DecidedText,
  tag: string | null,
): AgainstLayer[] {
  const meant = (spans: readonly TaggedSpan[]) =>
    marksOf(spans.filter(({ tags }) => tag === null || tags.includes(tag)));
  const decided = meant(layer);
  const known = [...layer, ...cases.filter(({ isDecided }) => isDecided)];
  const undecided = cases.filter(({ isDecided }) => !isDecided);
  const tokens = length - (marksOf([...known, ...undecided]).tokens - marksOf(known).tokens);
  return annotators.map(({ id, spans }) => {
    const own = meant(spans);
    const compared = compareMarks(own, decided, tokens);
    return {
      ...{ id, passages: own.spans.length, decided: decided.spans.length },
      exact: spanF1(compared.exact),
      overlap: spanF1(compared.overlap),
      kappa:
        2 * undecided.length > cases.length
          ? undefinedBecause('few-decided')
          : cohenKappa(tokenTable(compared)).kappa,
    };
  });
}
