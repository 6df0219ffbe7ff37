/** Characters that XML 1.0 cannot hold become U+FFFD, one UTF-16 code unit each, so offsets stay. XML 1.0, 2.2. */
const forbidden = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Words as the content of an element; a parser gives back every line end and space. */
export const xmlText = (words: string): string =>
  words
    .replace(forbidden, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');

/** Words between double quotes. */
const xmlValue = (words: string): string =>
  xmlText(words).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');

/** The inside of a tag: ` name="value"` for every value that is there. */
export const xmlAttributes = (values: Readonly<Record<string, string | number | null>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${xmlValue(String(value))}"`))
    .join('');
