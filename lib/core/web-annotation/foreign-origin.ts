import { invalid } from '@/lib/core/api/problem';
import { isIri } from '@/lib/core/corpus/iri';
import type { ForeignAnnotation } from './foreign-annotation';

/** How an annotation is named elsewhere, as it is kept. */
export interface ForeignOrigin {
  canonical: string | null;
  /** Where it was taken from, the server that sent it last. */
  via: string[];
}

const mostVia = 20;

/** The names of a new annotation; a 422 that says which of them cannot be kept. */
export function foreignOrigin({ id, canonical, via }: ForeignAnnotation): ForeignOrigin {
  for (const [field, names] of Object.entries({ id: id ?? [], canonical: canonical ?? [], via }))
    for (const name of [names].flat())
      if (!isIri(name))
        throw invalid(
          field,
          `${field} has to be an IRI with its scheme, and ${JSON.stringify(name)} is none.`,
        );
  const from = [...new Set([...via, ...(id === null ? [] : [id])])];
  if (from.length > mostVia)
    throw invalid(
      'via',
      `via has room for ${mostVia} IRIs, that of the id included; these are ${from.length}.`,
    );
  return { canonical, via: from };
}
