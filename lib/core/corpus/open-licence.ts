/** A licence that lets a text be passed on. */
export interface OpenLicence {
  /** SPDX: https://spdx.org/licenses/ */
  spdx: string;
  url: string;
}

const creative = 'https://creativecommons.org';

/**
 * The open licence that the words name, in whatever spelling; null for none, another, or one that is not known here: then
 * the text is not passed on. Source: https://creativecommons.org/share-your-work/cclicenses/
 */
export function openLicence(words: string | null): OpenLicence | null {
  if (words === null) return null;
  const plain = words
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?creativecommons\.org\/(licenses|publicdomain)\//, 'cc ')
    .replace(/creative commons/g, 'cc')
    .replace(/attribution/g, 'by')
    .replace(/share[- ]?alike/g, 'sa')
    .replace(/non[- ]?commercial/g, 'nc')
    .replace(/no[- ]?deriv(ative works|atives?|s)?/g, 'nd')
    .replace(/[^a-z0-9.]+/g, ' ')
    .trim();
  if (/^(cc )?cc0\b|^cc zero\b/.test(plain))
    return { spdx: 'CC0-1.0', url: `${creative}/publicdomain/zero/1.0/` };
  if (/^(in the |cc )?public domain\b|^cc mark\b/.test(plain))
    return { spdx: 'LicenseRef-public-domain', url: `${creative}/publicdomain/mark/1.0/` };
  const found = /^cc (by(?: (?:nc|nd|sa))*)(?: (\d\.\d))?\b/.exec(plain);
  if (!found) return null;
  const [, parts = '', version = '4.0'] = found;
  const terms = order.filter((term) => parts.split(' ').includes(term)).join('-');
  return { spdx: `CC-${terms.toUpperCase()}-${version}`, url: `${creative}/licenses/${terms}/${version}/` };
}

const order = ['by', 'nc', 'nd', 'sa'];
