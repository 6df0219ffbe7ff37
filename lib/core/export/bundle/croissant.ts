import { corpusIris } from '@/lib/core/corpus/corpus-iris';
import { parquetColumns } from '@/lib/core/export/parquet/parquet-columns';
import type { Bundled } from './bundle';
import { croissantContext } from './croissant-context';
import { aboutLayers, citation } from './data-card';
import type { WrittenFile } from './files-with-hashes';

/**
 * The bundle as metadata that machines know: its files, and the columns of its tables. JSON-LD, Croissant 1.0 with the
 * fields of its vocabulary for responsible AI. Source: https://docs.mlcommons.org/croissant/docs/croissant-spec.html
 */
export function croissant({ head, facts, files }: Bundled) {
  const { group, release, changed } = head;
  return {
    '@context': croissantContext,
    '@type': 'sc:Dataset',
    name: group.name,
    description: group.description || `Passages of essays that ${group.name} marked, tagged and discussed.`,
    conformsTo: ['http://mlcommons.org/croissant/1.0', 'http://mlcommons.org/croissant/RAI/1.0'],
    // Each text has its own, which the data card names; what people wrote about them has none, and so has the whole.
    license: 'https://choosealicense.com/no-permission/',
    url: `${corpusIris(head).group}${release ? `/releases/${release.number}` : ''}`,
    ...(release && !release.part && { version: `${release.number}.0.0` }),
    datePublished: (release?.frozen ?? changed).slice(0, 10),
    dateModified: changed,
    inLanguage: [...new Set(facts.texts.map(({ language }) => language))],
    creator: { '@type': 'sc:Organization', name: group.name, url: corpusIris(head).group },
    keywords: ['argument mining', 'span annotation', ...head.tags.map(({ name }) => name)],
    citeAs: citation(head),
    isLiveDataset: false,
    'rai:dataAnnotationProtocol': `Readers mark passages as they read and tag them with the words of guideline.md. ${aboutLayers(head)}`,
    'rai:dataAnnotationAnalysis': 'Krippendorff’s α and other measures by tag in agreement.json.',
    'rai:annotationsPerItem': 'Any number: each passage stands with who marked it.',
    'rai:personalSensitiveInformation':
      'People stand under pseudonyms, or by name where they agreed; who asked to be left out is not in it.',
    distribution: files.map(fileObject),
    recordSet: Object.entries(parquetColumns).map(([name, columns]) => recordSet(name, columns)),
  };
}

/** As Croissant's own tools call the formats that they read. */
const encodings: Record<string, string> = {
  'application/vnd.apache.parquet': 'application/x-parquet',
  'application/jsonl': 'application/jsonlines',
};

const fileObject = ({ path, bytes, sha256, mediaType }: WrittenFile) => ({
  '@type': 'cr:FileObject',
  '@id': path,
  name: path,
  contentUrl: path,
  contentSize: `${bytes} B`,
  encodingFormat: encodings[mediaType] ?? mediaType,
  sha256,
});

const kinds = { text: 'sc:Text', texts: 'sc:Text', whole: 'sc:Integer', yes: 'sc:Boolean', time: 'sc:Date' };

/** What a column names: an id of another table. */
const references: Record<string, string> = {
  'annotations/document': 'documents/id',
  'replies/annotation': 'annotations/id',
  'adjudications/document': 'documents/id',
  'adjudications/annotations': 'annotations/id',
  'adjudicated/adjudication': 'adjudications/id',
  'adjudicated/document': 'documents/id',
  'relations/from': 'cards/id',
  'relations/to': 'cards/id',
  'positions/card': 'cards/id',
};

const recordSet = (table: string, columns: Record<string, keyof typeof kinds>) => ({
  '@type': 'cr:RecordSet',
  '@id': table,
  name: table,
  key: { '@id': `${table}/id` },
  field: Object.entries(columns).map(([column, kind]) => {
    const id = `${table}/${column}`;
    return {
      '@type': 'cr:Field',
      '@id': id,
      name: id,
      dataType: kinds[kind],
      ...(kind === 'texts' && { repeated: true }),
      ...(references[id] && { references: { field: { '@id': references[id] } } }),
      source: { fileObject: { '@id': `parquet/${table}.parquet` }, extract: { column } },
    };
  }),
});
