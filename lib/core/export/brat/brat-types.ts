import type { CorpusCard, CorpusHead } from '@/lib/core/corpus/corpus';
import { oneLine } from '@/lib/core/export/one-line';

/** The type of annotations without a tag. */
export const untagged = 'Highlight';

/** How brat calls the tags, by slug: `FailureMode`. Its names are ASCII letters, digits, `_` and `-`. */
export function bratTypes(tags: CorpusHead['tags']): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  const taken = new Set([untagged, ...roles.map(attributeOf)]);
  for (const [i, { slug }] of tags.entries()) {
    const words = slug.match(/[a-z0-9]+/gi) ?? [];
    const plain = /^[\x20-\x7e]+$/.test(slug) ? words.map(capitalized).join('') : `Tag${i + 1}`;
    let name = plain;
    for (let number = 2; taken.has(name); number++) name = `${plain}-${number}`;
    taken.add(name);
    types.set(slug, name);
  }
  return types;
}

type Role = CorpusCard['occurrences'][number]['role'];
const roles: readonly Role[] = ['states', 'supports', 'opposes', 'mentions'];
const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The attribute of an annotation in which a card is met; its value is `bratCard`. */
export const attributeOf = (role: Role): string => `Card${capitalized(role)}`;
export const bratCard = (number: number): string => `C${number}`;

/**
 * What brat needs to know before it shows the files: `annotation.conf` has the types, `visual.conf` the words for them.
 * Source: https://brat.nlplab.org/configuration.html
 */
export function bratSettings(
  tags: CorpusHead['tags'],
  types: ReadonlyMap<string, string>,
  cards: readonly Pick<CorpusCard, 'number' | 'occurrences'>[],
) {
  const attributes = roles.flatMap((role) => {
    const met = cards.filter(({ occurrences }) => occurrences.some((one) => one.role === role));
    const values = met.map(({ number }) => bratCard(number)).join('|');
    return values ? [`${attributeOf(role)}\tArg:<ENTITY>, Value:${values}`] : [];
  });
  const annotation = [
    '[entities]',
    ...types.values(),
    untagged,
    '[relations]',
    '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    '[events]',
    '[attributes]',
    ...attributes,
  ];
  const labels = tags.map(({ slug, name }) => `${types.get(slug)} | ${oneLine(name.replaceAll('|', '/'))}`);
  // A tag may have the same name.
  const visual = ['[labels]', ...labels, `${untagged} | ${untagged} (no tag)`, '[drawing]'];
  return { annotation: `${annotation.join('\n')}\n`, visual: `${visual.join('\n')}\n` };
}
