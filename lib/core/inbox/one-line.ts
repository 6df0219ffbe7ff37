/** Characters that end lines or turn the direction of what follows them, in names and titles of anybody's. */
const unfit = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** A text as one line for a header or a plain-text mail: at most `most` UTF-16 code units and "…" where it was cut. */
export function oneLine(text: string, most: number): string {
  const line = text.toWellFormed().replace(unfit, ' ').replace(/\s+/g, ' ').trim();
  return line.length <= most
    ? line
    : `${line
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\uFFFD$/, '')
        .trimEnd()}…`;
}
