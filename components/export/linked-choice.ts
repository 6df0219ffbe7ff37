import type { ReleaseSummary } from '@/lib/core/api/releases';
import { isId } from '@/lib/core/api/slug';
import { validationWords } from '@/lib/core/api/validation-words';
import type { Choice } from '@/lib/core/corpus/choice-address';
import { ExportChoice } from '@/lib/core/corpus/export-choice';
import { possible } from './export-choice';

interface Known {
  formats: readonly { name: string; title: string }[];
  tags: readonly { slug: string }[];
  essays: readonly { id?: string; slug: string }[];
  releases: readonly Pick<ReleaseSummary, 'number' | 'state'>[];
}

export interface LinkedChoice {
  choice: Choice;
  /** A sentence for each thing that the link asks for and cannot be. */
  unknown: readonly string[];
}

/** Why a release takes none of what may be asked of the group as it is. */
const never: Record<string, string> = {
  asOf: 'is of one moment',
  visibility: 'has nothing private',
  parts: 'has nothing that was held',
};

/** The choice of a link without what is not here, or cannot be. */
export function linkedChoice({ format, tags, release, ...rest }: Choice, here: Known): LinkedChoice {
  const of = linkedRelease(release, here.releases);
  const owner = of.choice.release === undefined ? 'This group' : `Release ${of.choice.release}`;
  const parts = [
    linkedFormat(format, here.formats),
    linkedTags(tags, here.tags, owner),
    of,
    ...Object.entries(rest).map(([name, value]) =>
      linkedOther(name, value, { ...here, owner, ...of.choice }),
    ),
  ];
  const choice: Choice = Object.assign({}, ...parts.map(({ choice }) => choice));
  const whole = possible(choice);
  const left = Object.keys(choice).filter((name) => choice[name] !== whole[name]);
  return {
    choice: whole,
    unknown: [
      ...parts.flatMap(({ unknown }) => unknown),
      ...left.map((name) => {
        const value = name === 'parts' ? 'moderation' : choice[name];
        return `A release ${never[name]}, so “${name}=${value}” is left out.`;
      }),
    ],
  };
}

const without = (why: string): LinkedChoice => ({ choice: {}, unknown: [why] });

function linkedRelease(release: string | undefined, releases: Known['releases']): LinkedChoice {
  if (release === undefined) return { choice: {}, unknown: [] };
  const fault = faultOf('release', release);
  if (fault) return fault;
  const found = releases.find(({ number }) => String(number) === release);
  if (found?.state === 'frozen') return { choice: { release }, unknown: [] };
  const why = found ? `Release ${release} ${notThere[found.state]}` : `This group has no release ${release}`;
  return without(`${why}: the group as it is now is chosen instead.`);
}

const notThere = {
  withdrawn: 'was withdrawn',
  freezing: 'is not frozen yet',
  failed: 'could not be frozen',
};

function linkedFormat(format: string | undefined, formats: Known['formats']): LinkedChoice {
  if (format === undefined) return { choice: {}, unknown: [] };
  if (formats.some(({ name }) => name === format)) return { choice: { format }, unknown: [] };
  return {
    choice: {},
    unknown: [`There is no format “${format}”: ${formats[0]!.title} is chosen instead.`],
  };
}

function linkedTags(asked = '', tags: Known['tags'], owner: string): LinkedChoice {
  const slugs = [...new Set(asked.split(','))].filter(Boolean);
  const found = slugs.filter((slug) => tags.some((tag) => tag.slug === slug));
  const instead = found.length > 0 ? 'it is left out' : 'what bears any tag, or none, is chosen instead';
  return {
    choice: found.length > 0 ? { tags: found.join() } : {},
    unknown: slugs
      .filter((slug) => !found.includes(slug))
      .map((slug) => `${owner} has no tag “${slug}”: ${instead}.`),
  };
}

const named = (name: string): name is keyof typeof ExportChoice.shape =>
  Object.hasOwn(ExportChoice.shape, name);

/** What is said of a value that nothing can have; null where it is none. */
function faultOf(name: keyof typeof ExportChoice.shape, value: string): LinkedChoice | null {
  const { error } = ExportChoice.shape[name].safeParse(value, { error: validationWords });
  const why = value === '' ? '' : ` ${error?.issues[0]?.message}`;
  return error ? without(`“${name}” cannot be “${value}” and is left out.${why}`) : null;
}

function linkedOther(
  name: string,
  value: string,
  { essays, owner, release }: Known & { owner: string; release?: string },
): LinkedChoice {
  if (!named(name)) return without(`Nothing of an export is called “${name}”: it is left out.`);
  const fault = faultOf(name, value);
  if (fault) return fault;
  // In a release another essay may have gone by the name that this one has now, or it may have left the group.
  const isAsItIs = name !== 'essay' || (release !== undefined && isId(value));
  if (isAsItIs) return { choice: { [name]: value }, unknown: [] };
  const essay = essays.find(({ id, slug }) => slug === value || id === value.toLowerCase());
  if (!essay) return without(`${owner} has no essay “${value}”: all are chosen instead.`);
  return { choice: { essay: essay.slug }, unknown: [] };
}
