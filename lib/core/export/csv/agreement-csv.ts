import type { AgreementFigures, Figure, TagFigures } from '@/lib/core/agreement/agreement-figures';
import type { AgreementPositions } from '@/lib/core/api/agreement';
import type { RoundAgreement, RoundPositions } from '@/lib/core/api/annotation-rounds';
import { type CsvValue, csv } from './csv';

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

const figureHead = [
  'tag',
  'measure',
  'value',
  'undefined_because',
  'n',
  'unit',
  'annotators',
  'tagged_by',
  'passages',
  'tokens',
];

type Named = Pick<TagFigures, 'tag' | 'annotators' | 'markers' | 'passages' | 'alpha'>;

/** A row for each tag and measure, with what was judged by that tag; without tag: whatever tag. */
function figureRows({ tags, tagged }: AgreementFigures): CsvValue[][] {
  const row = (
    { tag, annotators, markers, passages, alpha }: Named,
    measure: string,
    { value, because, n, unit }: Figure,
  ) => [tag, measure, value, because, n, unit, annotators, markers, passages, alpha.n];
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
}

type Text = { slug: string; version: number };
type Measured = { figures: AgreementFigures };

/** A row for each text, tag and measure; without slug and version: of all texts together. */
const measuredCsv = (texts: (Measured & (Text | Record<keyof Text, null>))[]): string =>
  csv([
    ['essay', 'version', ...figureHead],
    ...texts.flatMap(({ slug, version, figures }) =>
      figureRows(figures).map((row) => [slug, version, ...row]),
    ),
  ]);

/** Of the group, without essay, and of each of its essays. */
export const agreementCsv = ({ figures, essays }: Measured & { essays: (Measured & Text)[] }): string =>
  measuredCsv([{ slug: null, version: null, figures }, ...essays]);

/** Of one essay. */
export const essayAgreementCsv = ({ figures, essay }: Measured & { essay: Text }): string =>
  measuredCsv([{ ...essay, figures }]);

/** The same of a blind reading: at the reveal, and after. */
export const roundAgreementCsv = (agreement: Pick<RoundAgreement, 'before' | 'after'>): string =>
  csv([
    ['when', ...figureHead],
    ...times.flatMap((when) => figureRows(agreement[when]).map((row) => [when, ...row])),
  ]);

const times = ['before', 'after'] as const;

const spanHead = ['annotator_id', 'annotator', 'annotation', 'tag', 'start_code_point', 'end_code_point'];

type Annotator = AgreementPositions['essays'][number]['annotators'][number];

/** A row for each span and tag, and one without a span for each tag that they judged and did not use. */
function spanRows({ id, name, tags, spans }: Annotator): CsvValue[][] {
  const used = new Set(spans.flatMap((span) => span.tags));
  return [
    ...spans.flatMap(({ annotation, tags: borne, start, end }) =>
      borne.map((tag) => [id, name, annotation, tag, start, end]),
    ),
    ...tags.filter((tag) => !used.has(tag)).map((tag) => [id, name, null, tag, null, null]),
  ];
}

export const positionsCsvHead = (): string => csv([['essay', 'version', 'sha256', ...spanHead]]);

/** Of one text, an annotator at a time. */
export function* positionsCsv({
  slug,
  version,
  sha256,
  annotators,
}: AgreementPositions['essays'][number]): Generator<string> {
  for (const annotator of annotators)
    yield csv(spanRows(annotator).map((row) => [slug, version, sha256, ...row]));
}

/** The same of a blind reading, at both times. */
export const roundPositionsCsv = ({
  tags,
  essay: { slug, version, sha256 },
  annotators,
}: RoundPositions): string =>
  csv([
    ['essay', 'version', 'sha256', 'when', ...spanHead],
    ...times.flatMap((when) =>
      annotators
        .flatMap(({ id, name, [when]: spans }) => spanRows({ id, name, tags, spans }))
        .map((row) => [slug, version, sha256, when, ...row]),
    ),
  ]);
