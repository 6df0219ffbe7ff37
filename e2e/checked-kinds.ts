import type { ExportFormatName } from '@/lib/core/export/export-formats';
import { parquetColumns } from '@/lib/core/export/parquet/parquet-columns';
import { type Corpus, marksOf, sumOf } from './taken-exports';

/** What ../shared/tools/formats/validate.mjs checks. */
interface CheckedKind {
  kind: string;
  format: ExportFormatName;
  /** Which files it reads; the others lie beside. */
  files: RegExp;
  /** What it must count in the files of a group, by the word that it says after the number. */
  counts: (corpus: Corpus) => Record<string, number>;
  /** What else it must say. */
  says?: string;
  /** A program that it cannot do without. */
  program?: string;
  /** Programs that it runs as well where they are. */
  more?: readonly string[];
}

const spansOf = ({ documents }: Corpus) => documents.flatMap(({ spans }) => spans);
const repliesOf = ({ documents }: Corpus) => documents.flatMap(({ replies }) => replies);
const allMarks = ({ documents }: Corpus) => documents.flatMap(marksOf);
const linksOf = (corpus: Corpus) => spansOf(corpus).flatMap(({ cards }) => cards);
/** A mark with several tags comes once for each. */
const labelled = (corpus: Corpus) => sumOf(allMarks(corpus), ({ tags }) => Math.max(1, tags.length));
const arrowsOf = ({ head }: Corpus) =>
  [...head.relations, ...head.undercuts].filter(({ state }) => state !== 'rejected');

export const checkedKinds: readonly CheckedKind[] = [
  {
    kind: 'jsonl',
    format: 'jsonl',
    files: /\.jsonl$/,
    counts: (corpus) => ({ documents: 1 + corpus.documents.length, spans: spansOf(corpus).length }),
  },
  {
    kind: 'csv',
    format: 'csv',
    files: /\.csv$/,
    says: 'duckdb agrees',
    counts: (corpus) => ({ rows: allMarks(corpus).length + repliesOf(corpus).length }),
  },
  {
    kind: 'brat',
    format: 'brat',
    files: /\.ann$/,
    counts: (corpus) => ({ 'text-bound': labelled(corpus) }),
  },
  {
    kind: 'conll',
    format: 'conll',
    files: /\.conll$/,
    counts: (corpus) => ({ spans: labelled(corpus) }),
  },
  {
    kind: 'casjson',
    format: 'cas-json',
    files: /\.json$/,
    counts: (corpus) => ({
      spans: corpus.documents.length + labelled(corpus) + linksOf(corpus).length + repliesOf(corpus).length,
    }),
  },
  {
    kind: 'hypothesis',
    format: 'hypothesis',
    files: /\.json$/,
    counts: (corpus) => {
      const replies = repliesOf(corpus).filter(({ body }) => body !== null).length;
      return { rows: spansOf(corpus).length + replies, replies };
    },
  },
  {
    kind: 'tei',
    format: 'tei',
    files: /\.xml$/,
    program: 'xmllint',
    counts: (corpus) => ({ annotations: allMarks(corpus).length }),
  },
  {
    kind: 'markdown',
    format: 'markdown',
    files: /\.md$/,
    more: ['pandoc', 'cmark-gfm'],
    counts: (corpus) => ({ notes: spansOf(corpus).length, references: spansOf(corpus).length }),
  },
  {
    kind: 'aif',
    format: 'aif',
    files: /\.json$/,
    counts: (corpus) => {
      const links = linksOf(corpus).filter(({ role }) => role !== 'mentions');
      const bearing = links.filter(({ role }) => role !== 'states');
      // Who states a card says it; who supports or opposes one says words, which bear on it.
      const said = 2 * (links.length + bearing.length);
      const [cards, arrows] = [corpus.head.cards.length, arrowsOf(corpus).length];
      return { nodes: cards + arrows + said, edges: 2 * arrows + said };
    },
  },
  {
    kind: 'argdown',
    format: 'argdown',
    files: /\.argdown$/,
    counts: (corpus) => {
      const undercut = new Set(corpus.head.undercuts.map(({ relation }) => relation));
      const arrows = arrowsOf(corpus);
      // An arrow that has more to say is an argument, which has a premise.
      const plain = arrows.filter(
        (arrow) =>
          arrow.state === 'accepted' &&
          arrow.rationale === '' &&
          !undercut.has(arrow.id) &&
          !('type' in arrow && /crux|leads|mitigates/.test(arrow.type)),
      );
      return { statements: corpus.head.cards.length, relations: 2 * arrows.length - plain.length };
    },
  },
  {
    kind: 'croissant',
    format: 'bundle',
    files: /\/croissant\.json$/,
    counts: () => {
      const tables = Object.values(parquetColumns);
      return {
        'record sets': tables.length,
        fields: sumOf(tables, (columns) => Object.keys(columns).length),
      };
    },
  },
];

/** How many of each a checker says there are in the files of a folder. */
export function countsIn(output: string, folder: string, units: readonly string[]): Record<string, number> {
  const lines = output.split('\n').filter((line) => line.startsWith('/') && line.includes(`/${folder}/`));
  const count = (unit: string) =>
    sumOf(lines, (line) => Number(new RegExp(` (\\d+) ${unit}\\b`).exec(line)?.[1] ?? 0));
  return Object.fromEntries(units.map((unit) => [unit, count(unit)]));
}
