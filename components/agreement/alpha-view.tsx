import { Picture } from '@/components/crux/pictures/picture';
import type { TableData } from '@/components/crux/pictures/picture-table';
import type { AgreementFigures, TagFigures } from '@/lib/core/agreement/agreement-figures';
import { isThin, shortNumber, whyWordsOf } from '@/lib/core/agreement/agreement-words';
import type { Tag } from '@/lib/core/api/groups';
import { AlphaPlot, type AlphaRow } from './alpha-plot';
import { counted } from './measures';

interface Props {
  /** Of the files. */
  name: string;
  /** What is measured: a group or an essay. */
  subject: string;
  figures: AgreementFigures;
  /** Single texts, where there are several. */
  essays: readonly { slug: string; title: string; figures: AgreementFigures }[];
  tags: readonly Tag[];
}

/** α of every tag, and in every text, on one axis. */
export function AlphaView({ name, subject, figures, essays, tags }: Props) {
  const rows = figures.tags.map((row) => rowOf(row, essays, tags));
  return (
    <Picture
      name={`${name}-alpha`}
      title={`How far people agree: ${subject}`}
      reading={
        <>
          The further right, the more people mark the same words; 0 is chance. The dashed lines are
          Krippendorff’s: .67 for tentative conclusions, .80 for others. A hollow point stands on few people
          or passages.
          {essays.length > 0 && ' Small points are single essays.'}
        </>
      }
      note={`${counted(figures.annotators, 'person', 'people')}, ${counted(figures.texts, 'text', 'texts')}, ${counted(figures.tags[0]?.passages ?? 0, 'passage', 'passages')}`}
      table={tableOf(subject, { figures, essays, tags })}
    >
      <AlphaPlot rows={rows} size={{ width: 860, label: 190, row: 46 }} className="max-w-4xl max-sm:hidden" />
      <AlphaPlot rows={rows} size={{ width: 350, label: 112, row: 46 }} className="sm:hidden" />
    </Picture>
  );
}

const nameOf = (tag: string | null, tags: readonly Tag[]) =>
  tag === null ? 'Any tag' : (tags.find(({ slug }) => slug === tag)?.name ?? tag);

const supportOf = ({ passages, markers }: TagFigures) => `${passages} by ${markers}`;

function rowOf(row: TagFigures, essays: Props['essays'], tags: readonly Tag[]): AlphaRow {
  const slot = tags.find(({ slug }) => slug === row.tag)?.slot;
  const point = (of: TagFigures | undefined, title: string) =>
    of === undefined || of.alpha.value === null
      ? []
      : [
          {
            alpha: of.alpha.value,
            isThin: isThin(of.markers, of.passages),
            title: `${title}: ${shortNumber(of.alpha.value)}, ${supportOf(of)}`,
          },
        ];
  return {
    key: row.tag ?? '',
    label: nameOf(row.tag, tags),
    colour: slot === undefined ? 'var(--ink-2)' : `var(--hl-${slot}-edge)`,
    support: `${counted(row.passages, 'passage', 'passages')}, ${row.markers} p.`,
    whole: point(row, 'Everything')[0] ?? null,
    texts: essays.flatMap(({ title, figures }) =>
      point(
        figures.tags.find(({ tag }) => tag === row.tag),
        title,
      ),
    ),
  };
}

function tableOf(
  subject: string,
  { figures, essays, tags }: Pick<Props, 'figures' | 'essays' | 'tags'>,
): TableData {
  const all = [{ title: subject, figures }, ...essays];
  return {
    columns: [
      { name: 'Text' },
      { name: 'Tag' },
      { name: 'α', isNumber: true },
      { name: 'Undefined because' },
      { name: 'Tokens', isNumber: true },
      { name: 'Passages', isNumber: true },
      { name: 'Tagged by', isNumber: true },
      { name: 'Annotated by', isNumber: true },
    ],
    rows: all.flatMap(({ title, figures: { annotators, tags: rows } }) =>
      rows.map(({ tag, alpha, passages, markers }) => ({
        cells: [
          title,
          nameOf(tag, tags),
          alpha.value === null ? null : Number(alpha.value.toFixed(3)),
          alpha.because && whyWordsOf(alpha.because, tag),
          alpha.n,
          passages,
          markers,
          annotators,
        ],
      })),
    ),
  };
}
