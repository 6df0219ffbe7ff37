/** Widths of Inter's letters in ems, near enough to break lines by: a picture drawn on the server measures nothing. */
const widths: readonly [letters: RegExp, ems: number][] = [
  [/[ijl.,:;'|!’‘]/u, 0.27],
  [/[frtI()[\] /-]/u, 0.36],
  [/[mwMW%@—]/u, 0.88],
  [/[A-Z]/u, 0.68],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u, 1],
];

const known = new Map<string, number>();

function widthOf(letter: string): number {
  const width = known.get(letter) ?? widths.find(([letters]) => letters.test(letter))?.[1] ?? 0.57;
  known.set(letter, width);
  return width;
}

/** About how wide a line of text is, in the unit of the font size. */
export const textWidth = (words: string, fontSize: number): number =>
  fontSize * [...words].reduce((sum, letter) => sum + widthOf(letter), 0);
