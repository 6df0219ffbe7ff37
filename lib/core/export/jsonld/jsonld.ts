import { queryOf } from '@/lib/core/corpus/choice-address';
import type { CorpusHead } from '@/lib/core/corpus/corpus';
import { corpusIris } from '@/lib/core/corpus/corpus-iris';
import { choiceInUrl } from '@/lib/core/corpus/export-choice';
import { type CorpusWriter, type ExportFormat, guarded, type Put } from '@/lib/core/export/export-format';
import { corpusFileName } from '@/lib/core/export/file-names';
import { jsonldItems } from './jsonld-items';

/**
 * https://www.w3.org/TR/annotation-model/#collections: one collection, then its pages, in an array that is a document of
 * JSON-LD like any other. Positions count Unicode code points, as the model says.
 */
export const jsonld: ExportFormat = {
  title: 'W3C Web Annotations',
  madeFor: 'annotation',
  mediaType: 'application/ld+json',
  extension: 'jsonld',
  files: 'one',
  keeps:
    'Texts with their structure, passages with quote and position, tags, comments, replies, reactions, decisions, cards, relations, answers and conditional beliefs, each as an annotation of the W3C model or a body of one.',
  loses:
    'Of the group all but its name; the vocabulary but for the names of tags that something bears; the guideline, coverage, which names are pseudonyms, and how surely an annotation is anchored.',
  withoutText: 'quotations',
  tells: guarded,
  lacks: ['checks'],
  partly: [],
  writer: jsonldWriter,
};

const context = 'http://www.w3.org/ns/anno.jsonld';
const itemsOfPage = 1_000;

function jsonldWriter(head: CorpusHead, put: Put): CorpusWriter {
  const file = `${corpusFileName(head)}.jsonld`;
  const out = (piece: string) => put(file, piece);
  const { checks: _, ...counts } = head.counts;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const pages = jsonldPages(head, total, out);
  const items = jsonldItems(head);
  let place = '';
  let essay = '';
  out('[');
  pages.begin();
  return {
    write(record) {
      if (record.kind === 'card') for (const item of items.card(record)) pages.item(item);
      else if (record.kind === 'document') {
        place = items.place(record);
        essay = record.slug;
        pages.item(items.document(record));
      } else if (record.kind === 'annotation') {
        pages.item(items.annotation(record, place));
        for (const reply of record.replies) pages.item(items.reply(reply, record));
      } else if (record.kind === 'adjudication')
        for (const item of items.decision(record, { essay, place })) pages.item(item);
    },
    end() {
      pages.end();
      out(']\n');
    },
  };
}

/** In words of schema.org, whose prefix the context knows. */
function releaseOf({ release }: CorpusHead) {
  if (!release) return {};
  const words = {
    'schema:version': release.number,
    'schema:alternateName': release.title,
    'schema:datePublished': release.frozen,
    // Of what was frozen, not of this file.
    'schema:sha256': release.sha256,
  };
  return release.part ? { 'schema:isPartOf': words } : words;
}

/** Where this choice is exported, so that each is another collection: as whoever chose it is shown, and without their salt. */
function addressOf(head: CorpusHead): string {
  const release = head.release && { release: `${head.release.number}` };
  const choice = choiceInUrl({ ...head.choice, ...release });
  return `${corpusIris(head).api}/export?${queryOf({ ...choice, format: 'jsonld' })}`;
}

/** The collection, and a page for every so many items. */
function jsonldPages(head: CorpusHead, total: number, out: (piece: string) => void) {
  const id = addressOf(head);
  const page = (number: number) => `${id}#page-${number}`;
  const last = Math.max(0, Math.ceil(total / itemsOfPage) - 1);
  const collection = {
    id,
    type: 'AnnotationCollection',
    label: head.group.name,
    total,
    modified: head.changed,
    ...(total > 0 && { first: page(0), last: page(last) }),
  };
  let written = 0;
  const open = (number: number) => {
    const links = {
      '@context': context,
      id: page(number),
      type: 'AnnotationPage',
      partOf: collection,
      startIndex: written,
      ...(number > 0 && { prev: page(number - 1) }),
      ...(number < last && { next: page(number + 1) }),
    };
    out(`,\n${JSON.stringify(links).slice(0, -1)},"items":[\n`);
  };
  return {
    begin: () => out(JSON.stringify({ '@context': context, ...collection, ...releaseOf(head) })),
    item(item: string) {
      if (written % itemsOfPage === 0) {
        if (written > 0) out('\n]}');
        open(written / itemsOfPage);
      } else out(',\n');
      out(item);
      written++;
    },
    end() {
      if (written > 0) out('\n]}');
    },
  };
}
