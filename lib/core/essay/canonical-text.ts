/**
 * What may stand in canonical text: NFC, "\n" as the only control character, no lone surrogates, no byte order marks
 * and none of the two non-characters that XML cannot carry. Everything else stays, zero-width joiners,
 * direction marks and no-break spaces too: they carry meaning in emoji, Arabic and French.
 */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const forbidden = /[\0-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]|\p{Cs}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const foreign = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u;

/** Any string as canonical text; tabs become one space. Length may change, so it belongs before offsets exist. */
export function canonicalText(text: string): string {
  return text.replace(lineEnds, '\n').replace(forbidden, '').replaceAll('\t', ' ').normalize('NFC');
}

/** Whether `text` is what `canonicalText` would return. */
export function isCanonicalText(text: string): boolean {
  return !foreign.test(text) && text.normalize('NFC') === text;
}
