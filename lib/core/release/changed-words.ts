import type { CorpusTag } from '@/lib/core/corpus/corpus';

/** What became of a word of the vocabulary. */
export interface ChangedWord {
  slug: string;
  name: string;
  change: 'added' | 'removed' | 'redefined' | 'retired' | 'brought back';
  definition: string;
}

/** In the order of the later vocabulary, then what is not there any more. A new colour is no change. */
export function changedWords(before: readonly CorpusTag[], after: readonly CorpusTag[]): ChangedWord[] {
  const known = new Map(before.map((tag) => [tag.slug, tag]));
  const now = new Set(after.map(({ slug }) => slug));
  const told = ({ slug, name, definition }: CorpusTag, change: ChangedWord['change']) => ({
    slug,
    name,
    definition,
    change,
  });
  return [
    ...after.flatMap((tag) => {
      const change = changeOf(known.get(tag.slug), tag);
      return change ? [told(tag, change)] : [];
    }),
    ...before.filter(({ slug }) => !now.has(slug)).map((tag) => told(tag, 'removed')),
  ];
}

function changeOf(before: CorpusTag | undefined, after: CorpusTag): ChangedWord['change'] | null {
  if (!before) return 'added';
  if (before.retired !== after.retired) return after.retired ? 'retired' : 'brought back';
  return before.name === after.name && before.definition === after.definition ? null : 'redefined';
}
