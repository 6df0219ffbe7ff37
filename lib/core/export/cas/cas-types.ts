import { xmlText } from '@/lib/core/export/xml';

const space = 'cruxbook.type';

/**
 * What we say of a text in a UIMA CAS: all are annotations of a stretch of it, with features that are strings. Offsets in
 * UTF-16 code units.
 */
const casTypes = {
  [`${space}.Source`]: {
    description: 'Where the text comes from; the stretch is all of it.',
    features: ['identifier', 'title', 'authors', 'url', 'licence'],
  },
  [`${space}.Mark`]: {
    description:
      'What somebody marked; with several tags, once for each, under one identifier. No label: no tag.',
    features: ['identifier', 'label', 'annotator', 'annotatorId', 'comment', 'created', 'modified'],
  },
  [`${space}.CardLink`]: {
    description: 'A card that is met in a mark: its number and statement, and its role there.',
    features: ['mark', 'card', 'role', 'statement'],
  },
  [`${space}.Reply`]: {
    description: 'An answer to a mark or another reply, its parent. No comment: its words may not come.',
    features: ['identifier', 'mark', 'parent', 'annotator', 'annotatorId', 'comment', 'created'],
  },
} as const satisfies Record<string, { description: string; features: readonly string[] }>;

export type CasType = keyof typeof casTypes;

/** Both files of types say the same. Source: UIMA References, 2.2 and 4.2 */
export const typeSystemXml = (): string => {
  const types = Object.entries(casTypes).map(
    ([name, { description, features }]) =>
      `<typeDescription><name>${name}</name><description>${xmlText(description)}</description>` +
      `<supertypeName>uima.tcas.Annotation</supertypeName><features>${features.map(featureXml).join('')}</features></typeDescription>\n`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">' +
    `<name>Cruxbook</name><types>\n${types.join('')}</types></typeSystemDescription>\n`
  );
};

const featureXml = (name: string) =>
  `<featureDescription><name>${name}</name><description/><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>`;

/** The same as JSON. */
export const typeSystemJson = () =>
  Object.fromEntries(
    Object.entries(casTypes).map(([name, { features }]) => [
      name,
      {
        '%NAME': name,
        '%SUPER_TYPE': 'uima.tcas.Annotation',
        ...Object.fromEntries(
          features.map((feature) => [feature, { '%NAME': feature, '%RANGE': 'uima.cas.String' }]),
        ),
      },
    ]),
  );
