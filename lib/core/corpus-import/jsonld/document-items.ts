import { z } from 'zod';
import { slugOf } from '@/lib/core/api/slug';
import type { CorpusDocument } from '@/lib/core/corpus/corpus';
import { parsedJson } from '@/lib/core/corpus-import/lines-of';
import { structureOf } from '@/lib/core/corpus-import/structure-of';
import { bodiesFor, Iri, many, partOf, type WebAnnotation } from './web-annotation';

interface FoundDocument {
  iri: string;
  document: CorpusDocument;
}

/** What cannot be read of one says nothing, and takes nothing from the others. */
const word = z.string().optional().catch(undefined);
const Text = z.looseObject({
  'dcterms:title': word,
  'dcterms:creator': many(z.string()).catch([]),
  'dcterms:source': Iri.optional().catch(undefined),
  'dcterms:license': word,
  'dcterms:identifier': word,
  'dcterms:isVersionOf': Iri.optional().catch(undefined),
  language: z.string().catch('en'),
});

/** Format of the body that has the structure of a text. */
const structured = 'application/json';
const pageIri = /\/g\/[^/]+\/([^/]+)$/;
const versionIri = /\/essays\/([^/]+)\/versions\/(\d+)$/;

/** A text as our export describes it: the words in the body, the rest about what it targets. */
export function documentOf(item: WebAnnotation): FoundDocument {
  const iri = item.target.id ?? item.iri;
  const about = Text.safeParse(item.target).data;
  const [, essay = iri, number = '1'] = versionIri.exec(iri) ?? [];
  const title = about?.['dcterms:title'] ?? iri;
  const described = bodiesFor(item, 'describing');
  const text = described.find(({ format }) => format !== structured)?.value ?? null;
  const structure = described.find(({ format }) => format === structured)?.value;
  const document: CorpusDocument = {
    kind: 'document',
    id: item.id,
    essay,
    number: Number(number),
    title,
    slug: slugOf(partOf(about?.['dcterms:isVersionOf'] ?? '', pageIri) ?? '', slugOf(title, 'essay')),
    authors: about?.['dcterms:creator'] ?? [],
    url: about?.['dcterms:source'] ?? null,
    licence: about?.['dcterms:license'] ?? null,
    language: about?.language ?? 'en',
    text,
    structure: text === null || structure === undefined ? null : structureOf(parsedJson(structure), text),
    sha256: about?.['dcterms:identifier']?.replace(/^sha256:/, '') ?? '',
    created: item.created,
    annotations: 0,
  };
  return { iri, document };
}

/** A text that the file only names. */
export const placeholderOf = (iri: string): FoundDocument => ({
  iri,
  document: {
    kind: 'document',
    id: iri,
    essay: iri,
    slug: slugOf(iri, 'essay'),
    number: 1,
    title: iri,
    authors: [],
    url: iri,
    licence: null,
    language: 'en',
    text: null,
    structure: null,
    sha256: '',
    created: '1970-01-01T00:00:00.000Z',
    annotations: 0,
  },
});
