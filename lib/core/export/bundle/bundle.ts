import type { AgreementFigures } from '@/lib/core/agreement/agreement-figures';
import type { CorpusHead } from '@/lib/core/corpus/corpus';
import { corpusAgreement } from '@/lib/core/corpus/corpus-agreement';
import { type CorpusFacts, corpusFacts } from '@/lib/core/corpus/corpus-facts';
import {
  type CorpusWriter,
  type Digest,
  type ExportFormat,
  guarded,
  type Put,
  type Steps,
} from '@/lib/core/export/export-format';
import { agreementReport } from './agreement-report';
import { bundledFormats } from './bundled-formats';
import { croissant } from './croissant';
import { dataCard } from './data-card';
import { filesWithHashes, type WrittenFile } from './files-with-hashes';
import { guidelineText } from './guideline-text';

/**
 * What somebody needs who has never seen the site: the corpus in several formats, and what is to be known about it. One
 * reading is passed on to a writer of each. Memory: what the longest of them needs.
 */
export const bundle: ExportFormat = {
  title: 'Bundle',
  madeFor: 'archives',
  mediaType: 'application/zip',
  extension: 'zip',
  files: 'together',
  keeps:
    'JSON Lines, W3C JSON-LD, CSV, Parquet, a page to read and Argdown, each in its folder, with a data card, the guideline, how far annotators agree, Croissant metadata, and a manifest with the SHA-256 of every file.',
  loses:
    'Nothing of what is exported: JSON Lines have all of it. Each other format in it loses what it loses by itself.',
  withoutText: 'quotations',
  tells: guarded.filter((one) => bundledFormats.every(({ format }) => format.tells.includes(one))),
  lacks: [],
  partly: [],
  writer: bundleWriter,
};

/** What the files about the corpus are made of. */
export interface Bundled {
  head: CorpusHead;
  facts: CorpusFacts;
  agreement: AgreementFigures;
  /** Of the corpus itself, in the order in which they were begun. */
  files: readonly WrittenFile[];
}

function bundleWriter(head: CorpusHead, put: Put, newDigest: () => Digest): CorpusWriter {
  const out = filesWithHashes(put, newDigest);
  const [facts, agreement] = [corpusFacts(), corpusAgreement(head)];
  const writers = bundledFormats.map(({ name, format }) =>
    format.writer(head, (file, piece) => out.put(`${name}/${file}`, piece), newDigest),
  );
  const writing = [facts, agreement, ...writers];
  return {
    write(record) {
      const long: Steps[] = [];
      for (const writer of writing) {
        const steps = writer.write(record);
        if (steps) long.push(steps);
      }
      if (long.length > 0) return oneByOne(long);
    },
    *end() {
      for (const writer of writers) yield* writer.end() ?? [];
      const bundled: Bundled = {
        head,
        facts: facts.end(),
        agreement: yield* agreement.end(),
        files: out.written(),
      };
      out.put('README.md', dataCard(bundled));
      out.put('guideline.md', guidelineText(head));
      out.put('agreement.md', agreementReport(bundled));
      out.put('agreement.json', json({ schema: 'cruxbook/agreement/1', ...bundled.agreement }));
      out.put('croissant.json', json(croissant(bundled)));
      put(
        'manifest.json',
        json({ schema: 'cruxbook/manifest/1', changed: head.changed, files: out.written() }),
      );
    },
  };
}

function* oneByOne(all: readonly Steps[]): Steps {
  for (const steps of all) yield* steps;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
