import type { CorpusDocument, CorpusHead } from '@/lib/core/corpus/corpus';
import { openLicence } from '@/lib/core/corpus/open-licence';
import { releaseWords } from '@/lib/core/export/release-words';
import { xmlAttributes, xmlText } from '@/lib/core/export/xml';

/** `<name …>words</name>`; `inside` is XML already. */
export const element = (
  name: string,
  inside: string,
  attributes: Parameters<typeof xmlAttributes>[0] = {},
) =>
  inside === ''
    ? `<${name}${xmlAttributes(attributes)}/>`
    : `<${name}${xmlAttributes(attributes)}>${inside}</${name}>`;

/** A tag in XML: what its names cannot hold becomes `_` and a number; slugs have no `_`. XML 1.0, 2.3 */
export const tagId = (slug: string): string =>
  `tag-${slug.replace(/[^-\w\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}]/gu, (character) => `_${character.codePointAt(0)}`)}`;

/** Of a text: what it is, where it comes from, who may pass it on, and what the tags mean. */
export function teiHeader(head: CorpusHead, document: CorpusDocument): string {
  const { title, authors, url, licence, language, id } = document;
  const names = authors.map((name) => element('author', xmlText(name))).join('');
  const terms =
    licence && element('licence', xmlText(licence), { target: openLicence(licence)?.url ?? null });
  const source =
    names + element('title', xmlText(title)) + (url ? element('ref', xmlText(url), { target: url }) : '');
  return element(
    'teiHeader',
    fileDescription(head, {
      titles: element('title', xmlText(title)) + names,
      details: element('idno', id, { type: 'UUID' }) + element('availability', terms || '<p>Unknown</p>'),
      source: element('bibl', source),
    }) +
      taxonomy(head.tags) +
      element('profileDesc', element('langUsage', element('language', '', { ident: language }))),
  );
}

export function fileDescription(
  { group, release, changed }: CorpusHead,
  { titles, details, source }: { titles: string; details: string; source: string },
): string {
  const publication =
    element('publisher', xmlText(group.name)) + element('date', '', { when: changed }) + details;
  const edition =
    release && element('edition', xmlText(releaseWords(release)), { n: String(release.number) });
  return element(
    'fileDesc',
    element('titleStmt', titles) +
      (edition ? element('editionStmt', edition) : '') +
      element('publicationStmt', publication) +
      element('sourceDesc', source),
  );
}

function taxonomy(tags: CorpusHead['tags']): string {
  if (tags.length === 0) return '';
  const categories = tags.map(({ slug, name, definition }) =>
    element('category', element('catDesc', xmlText(definition ? `${name}: ${definition}` : name)), {
      'xml:id': tagId(slug),
      n: slug,
    }),
  );
  const list = element('taxonomy', categories.join(''), { 'xml:id': 'tags' });
  return element('encodingDesc', element('classDecl', list));
}
