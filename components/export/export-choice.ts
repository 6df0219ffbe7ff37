import type { Choice } from '@/lib/core/corpus/choice-address';

/** Another choice, in which one thing is different; empty means as usual. */
export function chosen(choice: Choice, name: string, value: string): Choice {
  const { [name]: _, ...rest } = choice;
  return value === '' ? rest : { ...rest, [name]: value };
}

interface Known {
  formats: readonly { name: string; title: string }[];
  tags: readonly { slug: string }[];
}

/** The choice of a link without what is not here, and a sentence for each such thing. */
export function known(choice: Choice, { formats, tags }: Known): { choice: Choice; unknown: string[] } {
  const { format, tags: asked = '', ...rest } = choice;
  const slugs = [...new Set(asked.split(','))].filter(Boolean);
  const found = slugs.filter((slug) => tags.some((tag) => tag.slug === slug));
  const isFormat = format === undefined || formats.some(({ name }) => name === format);
  return {
    choice: {
      ...rest,
      ...(isFormat && format !== undefined && { format }),
      ...(found.length > 0 && { tags: found.join() }),
    },
    unknown: [
      ...(isFormat ? [] : [`There is no format “${format}”: ${formats[0]!.title} is chosen instead.`]),
      ...slugs
        .filter((slug) => !found.includes(slug))
        .map(
          (slug) =>
            `This group has no tag “${slug}”: ${found.length > 0 ? 'it is left out' : 'what bears any tag, or none, is chosen instead'}.`,
        ),
    ],
  };
}

/** The same with the name of its format: what is usual today need not be so when a link is followed. */
export function withFormat<Format extends { name: string }>(choice: Choice, formats: readonly Format[]) {
  const format = formats.find(({ name }) => name === choice.format) ?? formats[0]!;
  return { format, whole: { ...choice, format: format.name } };
}
