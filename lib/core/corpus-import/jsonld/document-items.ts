import { z } from 'zod';
import { slugOf } from '@/lib/core/api/slug';
import type { CorpusDocument } from '@/lib/core/corpus/corpus';
import { parsedJson } from '@/lib/core/corpus-import/lines-of';
import { structureOf } from '@/lib/core/corpus-import/structure-of';
import { partOf, valuesFor, type WebAnnotation } from './web-annotation';

interface FoundDocument {
  iri: string;
  document: CorpusDocument;
}

const Text = z.looseObject({
  'dcterms:title': z.string().optional(),
  'dcterms:creator': z.array(z.string()).default([]),
  'dcterms:source': z.looseObject({ id: z.string() }).optional(),
  'dcterms:license': z.string().optional(),
  'dcterms:identifier': z.string().optional(),
  'dcterms:isVersionOf': z.looseObject({ id: z.string() }).optional(),
  language: z.string().default('en'),
});

const pageIri = /\/g\/[^/]+\/([^/]+)$/;
const versionIri = /\/essays\/([^/]+)\/versions\/(\d+)$/;

/** A text as our export describes it: the words in the body, the rest about what it targets. */
export function documentOf(item: WebAnnotation): FoundDocument {
  const iri = item.target.id ?? item.iri;
  const about = Text.safeParse(item.target).data;
  const [, essay = iri, number = '1'] = versionIri.exec(iri) ?? [];
  const title = about?.['dcterms:title'] ?? iri;
  const text = valuesFor(item, 'describing')[0] ?? null;
  const document: CorpusDocument = {
    kind: 'document',
    id: item.id,
    essay,
    number: Number(number),
    title,
    slug: slugOf(partOf(about?.['dcterms:isVersionOf']?.id ?? '', pageIri) ?? title, 'essay'),
    authors: about?.['dcterms:creator'] ?? [],
    url: about?.['dcterms:source']?.id ?? null,
    licence: about?.['dcterms:license'] ?? null,
    language: about?.language ?? 'en',
    text,
    structure: text === null ? null : structureOf(structureIn(item), text),
    sha256: about?.['dcterms:identifier']?.replace(/^sha256:/, '') ?? '',
    created: item.created,
    annotations: 0,
  };
  return { iri, document };
}

const structureIn = ({ bodies }: WebAnnotation): unknown =>
  parsedJson(bodies.find(({ format }) => format === 'application/json')?.value ?? 'null');

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
