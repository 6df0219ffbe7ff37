import { levelOf, shortNumber, whyWords } from '@/lib/core/agreement/agreement-words';
import type { CorpusHead } from '@/lib/core/corpus/corpus';
import { corpusIris } from '@/lib/core/corpus/corpus-iris';
import { hiddenWords } from '@/lib/core/corpus/hidden-words';
import { inMarkdown } from '@/lib/core/export/markdown/markdown-text';
import { parquetColumns } from '@/lib/core/export/parquet/parquet-columns';
import type { Bundled } from './bundle';
import { loadingSnippet } from './loading-snippet';

/** A datasheet, as data sets are asked for one: Gebru et al., Datasheets for Datasets (2021); front matter as Hugging Face reads it. */
export const dataCard = (bundled: Bundled): string =>
  `${[frontMatter(bundled), about(bundled), counts(bundled), texts(bundled), people(bundled), quality(bundled), uses(bundled)].join('\n\n')}\n`;

const sizes = [1_000, 10_000, 100_000, 1_000_000];
const sizeNames = ['n<1K', '1K<n<10K', '10K<n<100K', '100K<n<1M', 'n>1M'];

function frontMatter({ head, facts }: Bundled): string {
  const size = sizeNames[sizes.filter((least) => head.counts.annotations >= least).length];
  const first = ['annotations', 'replies', 'documents'];
  const tables = new Set([...first, ...Object.keys(parquetColumns)]);
  return [
    '---',
    `pretty_name: ${JSON.stringify(head.group.name)}`,
    `language: ${JSON.stringify([...new Set(facts.texts.map(({ language }) => language))])}`,
    // Of the whole: what people wrote about the texts has none.
    'license: other',
    'license_name: see-texts-and-licences',
    'license_link: README.md#texts-and-licences',
    'task_categories: [token-classification]',
    `size_categories: [${JSON.stringify(size)}]`,
    'configs:',
    ...Array.from(tables, (name) => `  - {config_name: ${name}, data_files: parquet/${name}.parquet}`),
    '---',
  ].join('\n');
}

const day = (time: string) => time.slice(0, 10);

function about({ head, facts }: Bundled): string {
  const { group, release, changed } = head;
  const when = facts.first && facts.last ? ` between ${day(facts.first)} and ${day(facts.last)}` : '';
  const version = release
    ? `${release.part ? 'Part of release' : 'Release'} ${release.number}, ${inMarkdown(release.title)}, frozen ${release.frozen}; SHA-256 of what was frozen \`${release.sha256}\`.${release.note ? `\n\n${inMarkdown(release.note)}` : ''}`
    : `As of ${changed}, the last change of anything in it. It is of a group that goes on; a release of it has a number.`;
  return `# ${inMarkdown(group.name)}

Passages of essays that a reading group marked, tagged and discussed${when}, and the statements it made of them.
${inMarkdown(group.description)}

${version}

- Where: <${corpusIris(head).group}>
- How it was annotated: \`guideline.md\`
- What every file is, with its SHA-256: \`manifest.json\`; for machines: \`croissant.json\`
- Made with ${head.software.name} ${head.software.version}. What was asked for: \`${JSON.stringify(head.choice)}\``;
}

function counts({ head, facts }: Bundled): string {
  const names = new Map(head.tags.map(({ slug, name }) => [slug, name]));
  const rows = [
    ...Object.entries(head.counts),
    ...Object.entries(facts.tags)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([tag, n]) => [tag === '' ? 'without a tag' : `tagged ${inMarkdown(names.get(tag) ?? tag)}`, n]),
  ];
  return `## How much\n\n| what | how many |\n| --- | --- |\n${rows.map(([what, n]) => `| ${what} | ${n} |`).join('\n')}${hidden(head)}`;
}

const hidden = ({ hiddenPositions = 0 }: CorpusHead) =>
  hiddenPositions > 0
    ? `\n\nWho can answer a card learns what others believe only after that. ${hiddenWords(hiddenPositions, 'whoever took this had')}`
    : '';

function texts({ facts }: Bundled): string {
  const rows = facts.texts.map(
    ({ title, authors, slug, number, language, licence, annotations, comes, url }) =>
      [
        `${inMarkdown(title)}${authors.length > 0 ? `, ${inMarkdown(authors.join(', '))}` : ''}`,
        `\`${slug}-v${number}\``,
        language,
        licence ? inMarkdown(licence) : 'none given',
        comes ? 'yes' : 'no',
        String(annotations),
        url ? inMarkdown(url) : '',
      ].join(' | '),
  );
  return `## Texts and licences

Each text keeps its own licence. Of one that may not be passed on come only the passages that were marked, as quotations.
What people wrote about the texts is theirs: nobody gave it another licence here.

| text | version | language | licence | words come | annotations | published at |
| --- | --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row} |`).join('\n')}`;
}

function people({ head, facts }: Bundled): string {
  const { visibility, parts } = head.choice;
  const isPublic = visibility === 'group' && !parts.includes('moderation');
  return `## People

${facts.people} ${facts.people === 1 ? 'person' : 'people'}: ${facts.named} by name, ${facts.people - facts.named} under a pseudonym. Each member chose how to appear in exports: by name,
under a pseudonym (the rule), or not at all; who chose the last is not in here. Do not try to find out who a pseudonym is.
${isPublic ? 'Private notes, and what moderators have taken down, are not in here either.' : 'There are things in here that the group does not see. Do not pass it on.'}`;
}

/** How what people marked stands beside what was decided about it. */
export const aboutLayers = ({ counts: { adjudications = 0 } }: CorpusHead): string =>
  `Each annotator’s marks stand as they were made: nothing is merged.${adjudications > 0 ? ' What moderators decided about some of them stands beside as a layer of its own.' : ''}`;

function quality({ head, agreement }: Bundled): string {
  const any = agreement.tags.find(({ tag }) => tag === null)?.alpha ?? agreement.tagged.units;
  const said =
    any.value === null
      ? `undefined because ${whyWords[any.because]}`
      : `${shortNumber(any.value)} (${levelOf(any.value)})`;
  return `## How far annotators agree

Krippendorff’s α on tokens, for whatever tag: ${said}. By tag, with other measures: \`agreement.md\`. ${aboutLayers(head)} Split by text, never by passage.`;
}

const uses = (bundled: Bundled) => `## To load it

\`\`\`python
${loadingSnippet(bundled.head)}
\`\`\`

## To cite it

${citation(bundled.head)}`;

/** Plain text. */
export function citation(head: Pick<CorpusHead, 'group' | 'release' | 'changed' | 'site'>): string {
  const { group, release, changed } = head;
  const what = release ? `${release.part ? 'part of ' : ''}release ${release.number}` : `as of ${changed}`;
  const year = (release?.frozen ?? changed).slice(0, 4);
  return `${inMarkdown(group.name)} (${year}). Annotated essays, ${what}. ${corpusIris(head).group}${release ? `/releases/${release.number}` : ''}`;
}
