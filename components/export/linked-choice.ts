import { isId } from '@/lib/core/api/slug';
import type { Choice } from '@/lib/core/corpus/choice-address';
import { ExportChoice } from '@/lib/core/corpus/export-choice';
import { possible } from './export-choice';

interface Known {
  formats: readonly { name: string; title: string }[];
  tags: readonly { slug: string }[];
  essays: readonly { id?: string; slug: string }[];
  releases: readonly { number: number }[];
}

export interface LinkedChoice {
  choice: Choice;
  /** A sentence for each thing that the link asks for and cannot be. */
  unknown: readonly string[];
}

/** The choice of a link without what is not here, or cannot be. */
export function linkedChoice({ format, tags, ...rest }: Choice, here: Known): LinkedChoice {
  const parts = [linkedFormat(format, here.formats), linkedTags(tags, here.tags)].concat(
    Object.entries(rest).map(([name, value]) => linkedOther(name, value, { ...here, release: rest.release })),
  );
  const choice: Choice = Object.assign({}, ...parts.map(({ choice }) => choice));
  const whole = possible(choice);
  const never = Object.keys(choice).filter((name) => choice[name] !== whole[name]);
  return {
    choice: whole,
    unknown: [
      ...parts.flatMap(({ unknown }) => unknown),
      ...never.map((name) => {
        const value = name === 'parts' ? 'moderation' : choice[name];
        return `A release takes no “${name}=${value}”: it is left out.`;
      }),
    ],
  };
}

function linkedFormat(format: string | undefined, formats: Known['formats']): LinkedChoice {
  if (format === undefined) return { choice: {}, unknown: [] };
  if (formats.some(({ name }) => name === format)) return { choice: { format }, unknown: [] };
  return {
    choice: {},
    unknown: [`There is no format “${format}”: ${formats[0]!.title} is chosen instead.`],
  };
}

function linkedTags(asked = '', tags: Known['tags']): LinkedChoice {
  const slugs = [...new Set(asked.split(','))].filter(Boolean);
  const found = slugs.filter((slug) => tags.some((tag) => tag.slug === slug));
  const instead = found.length > 0 ? 'it is left out' : 'what bears any tag, or none, is chosen instead';
  return {
    choice: found.length > 0 ? { tags: found.join() } : {},
    unknown: slugs
      .filter((slug) => !found.includes(slug))
      .map((slug) => `This group has no tag “${slug}”: ${instead}.`),
  };
}

const named = (name: string): name is keyof typeof ExportChoice.shape =>
  Object.hasOwn(ExportChoice.shape, name);

function linkedOther(
  name: string,
  value: string,
  { essays, releases, release }: Known & { release: string | undefined },
): LinkedChoice {
  const without = (why: string): LinkedChoice => ({ choice: {}, unknown: [why] });
  if (!named(name)) return without(`Nothing of an export is called “${name}”: it is left out.`);
  if (!ExportChoice.shape[name].safeParse(value).success)
    return without(`“${name}” cannot be “${value}”: it is left out.`);
  if (name === 'release' && releases.every(({ number }) => String(number) !== value))
    return without(`This group has no release ${value}: the group as it is now is chosen instead.`);
  // In a release another essay may have gone by the name that this one has now, or it may have left the group.
  const isAsItIs = name !== 'essay' || (release !== undefined && isId(value));
  if (isAsItIs) return { choice: { [name]: value }, unknown: [] };
  const essay = essays.find(({ id, slug }) => slug === value || id === value.toLowerCase());
  if (!essay) return without(`This group has no essay “${value}”: all are chosen instead.`);
  return { choice: { essay: essay.slug }, unknown: [] };
}
