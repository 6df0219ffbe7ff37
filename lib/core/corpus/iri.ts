const sign = String.raw`(?:[^\s"<>\\^${'`'}{|}[\]%#\p{Cc}\p{Zl}\p{Zp}]|%[\da-f]{2})`;
const iri = new RegExp(`^[a-z][a-z\\d+.-]*:(?://\\[[\\da-f:.]+\\])?${sign}+(?:#${sign}*)?$`, 'iu');

/** Whether it is an absolute IRI, by the signs that RFC 3987 allows where. Addresses of pages may have others. */
export const isIri = (text: string): boolean => iri.test(text);
