import type { Figure, TagFigures } from '@/lib/core/agreement/agreement-figures';
import { shortNumber, whyWords } from '@/lib/core/agreement/agreement-words';
import type { WhyUndefined } from '@/lib/core/agreement/measure';
import { inMarkdown } from '@/lib/core/export/markdown/markdown-text';
import type { Bundled } from './bundle';

/** By their names in the table, as lib/core/agreement describes them. */
const measures = {
  alpha: 'α tokens',
  unitAlpha: 'uα',
  valueAlpha: '(k)uα',
  cohen: 'Cohen κ',
  fleiss: 'Fleiss κ',
  ac1: 'AC1',
  exact: 'F1 exact',
  overlap: 'F1 overlap',
} as const satisfies Partial<Record<keyof TagFigures, string>>;
const names = Object.keys(measures) as (keyof typeof measures)[];

/** How far annotators agree, by tag; where there is no number, why. */
export function agreementReport({ head, agreement }: Bundled): string {
  const { tags, tagged, annotators, texts, tokens } = agreement;
  const called = new Map(head.tags.map(({ slug, name }) => [slug, name]));
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const reasons = new Set<string>();
  const cell = ({ value, because }: Figure) => {
    if (value !== null) return shortNumber(value);
    reasons.add(`undefined because ${whyWords[because]} (\`${because}\`)`);
    return `undefined: ${because}`;
  };
  const rows = tags.map((one) =>
    row([
      one.tag === null ? 'any tag' : inMarkdown(called.get(one.tag) ?? one.tag),
      String(one.passages),
      String(one.markers),
      ...names.map((name) => cell(one[name])),
    ]),
  );
  const columns = ['tag', 'passages', 'people', ...names.map((name) => measures[name])];
  const table = [row(columns), row(columns.map(() => '---')), ...rows].join('\n');
  return `# How far annotators agree

Computed from this corpus alone: \`agreement.json\` has all figures with what each rests on, and whoever has the files can
compute them again. An annotator of a text is whoever marked something in it; of a tag also whoever checked every section of
it for that tag. Private and held marks count nowhere. Who was done in a blind reading and left nothing in it is not in the
corpus; the site counts them, so its own figures may be lower. Texts whose words do not come are left out.

${texts} ${texts === 1 ? 'text' : 'texts'} with two annotators or more, ${annotators} annotators, ${tokens} tokens.

${tags.length > 0 ? table : whyNone(tagged.units.because)}

${[...reasons].map((reason) => `- ${reason}\n`).join('')}
α: Krippendorff 2011, on tokens. uα, (k)uα: Krippendorff, Mathet, Bouvry, Widlöcher 2016. κ: Cohen 1960, Fleiss 1971.
AC1: Gwet 2008. F1: means over pairs (Hripcsak, Rothschild 2005). Conclusions from α ≥ .800, tentative ones from .667
(Krippendorff 2004, 241).
`;
}

const whyNone = (because: WhyUndefined | null): string =>
  because === 'filtered-corpus'
    ? `Every figure is undefined because ${whyWords[because]} (\`${because}\`). An export of all marks, and the site, have figures.`
    : 'No text whose words come has two annotators, so there is nothing to compare.';
