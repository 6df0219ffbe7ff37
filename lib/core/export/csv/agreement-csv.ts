import type { Figure, TagFigures } from '@/lib/core/agreement/agreement-figures';
import type { AgreementPositions, GroupAgreement } from '@/lib/core/api/agreement';
import { csv } from './csv';

/** Measures by their names in files, in the order of the page. */
const measures = {
  alpha: 'krippendorff_alpha_tokens',
  unitAlpha: 'u_alpha',
  valueAlpha: 'k_u_alpha',
  alphaU: 'alpha_u_1995',
  fleiss: 'fleiss_kappa_tokens',
  ac1: 'gwet_ac1_tokens',
  cohen: 'cohen_kappa_mean',
  exact: 'span_f1_exact_mean',
  overlap: 'span_f1_overlap_mean',
} as const satisfies Partial<Record<keyof TagFigures, string>>;

const head = [
  ...['essay', 'version', 'tag', 'measure', 'value', 'undefined_because', 'n', 'unit'],
  ...['annotators', 'tagged_by', 'passages', 'tokens'],
];

/** A row for each text, tag and measure; without essay: all of them, without tag: whatever tag. */
export function agreementCsv({ figures, essays }: Pick<GroupAgreement, 'figures' | 'essays'>): string {
  const all = [{ slug: null, version: null, figures }, ...essays];
  const rows = all.flatMap(({ slug, version, figures: { annotators, tokens, tags, tagged } }) => {
    const row = (
      { tag, markers, passages }: Pick<TagFigures, 'tag' | 'markers' | 'passages'>,
      measure: string,
      {
        value,
        because,
        n,
        unit,
      }: Pick<Figure, 'n' | 'unit'> & { value: number | null; because: string | null },
    ) => [slug, version, tag, measure, value, because, n, unit, annotators, markers, passages, tokens];
    const [any] = tags;
    return [
      ...tags.flatMap((one) =>
        Object.entries(measures).map(([key, name]) => row(one, name, one[key as keyof typeof measures])),
      ),
      ...(any
        ? [
            row(any, 'u_alpha_tags', tagged.units),
            row(any, 'binary_u_alpha_tags', tagged.binary),
            row(any, 'c_u_alpha_tags', tagged.coding),
          ]
        : []),
    ];
  });
  return csv([head, ...rows]);
}

const positionsHead = [
  ...['essay', 'version', 'sha256', 'annotator_id', 'annotator', 'annotation', 'tag'],
  ...['start_code_point', 'end_code_point'],
];

/** A row for each span and tag; an annotator who tagged nothing in a text has one row without a span. */
export const positionsCsv = ({ essays }: AgreementPositions): string =>
  csv([
    positionsHead,
    ...essays.flatMap(({ slug, version, sha256, annotators }) =>
      annotators.flatMap(({ id, name, spans }) => {
        const whose = [slug, version, sha256, id, name];
        if (spans.length === 0) return [[...whose, null, null, null, null]];
        return spans.flatMap(({ annotation, tags, start, end }) =>
          tags.map((tag) => [...whose, annotation, tag, start, end]),
        );
      }),
    ),
  ]);
