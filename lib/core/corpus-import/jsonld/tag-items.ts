import { slugOf } from '@/lib/core/api/slug';
import type { CorpusTag } from '@/lib/core/corpus/corpus';
import { partOf, sourcesFor, valuesFor, type WebAnnotation } from './web-annotation';

/**
 * Slugs and names of an annotation's tags: the name as it stands, the slug as our own classes name it. A class goes with the
 * name that it would be made of, or else with the one in its place.
 */
export function tagNames(item: WebAnnotation): { slug: string; name: string }[] {
  const classes = sourcesFor(item, 'classifying').map((iri) => partOf(iri, /\/tags#(.+)$/));
  return valuesFor(item, 'tagging').map((name, i) => {
    const made = slugOf(name, 'tag');
    return { slug: classes.includes(made) ? made : (classes[i] ?? made), name };
  });
}

/** Every word that some annotation bears, without a definition. */
export function tagsOf(items: readonly WebAnnotation[]): CorpusTag[] {
  const names = new Map(items.flatMap(tagNames).map(({ slug, name }) => [slug, name]));
  return [...names].map(([slug, name], i) => ({
    slug,
    name,
    definition: '',
    slot: (i % 4) + 1,
    line: 'solid',
    glyph: '●',
    retired: false,
  }));
}
