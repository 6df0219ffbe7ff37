import { textWidth } from './text-width';

interface Room {
  /** In the unit of the font size, as `fontSize`. */
  width: number;
  fontSize: number;
  lines: number;
}

/** Breaks words into lines that fit, and ends the last with "…" when there are more; a word too long is cut. */
export function wrapWords(words: string, { width, fontSize, lines }: Room): string[] {
  const fits = (line: string) => textWidth(line, fontSize) <= width;
  const wrapped: string[] = [];
  let rest = words.split(/\s+/u).filter(Boolean);
  while (rest.length > 0 && wrapped.length < lines) {
    let count = 1;
    while (count < rest.length && fits(rest.slice(0, count + 1).join(' '))) count++;
    const line = rest.slice(0, count).join(' ');
    rest = rest.slice(count);
    const isCut = !fits(line) || (rest.length > 0 && wrapped.length === lines - 1);
    wrapped.push(isCut ? cut(line, fits) : line);
  }
  return wrapped;
}

/** The beginning of a line that fits with its "…". */
function cut(line: string, fits: (line: string) => boolean): string {
  const letters = [...line];
  while (letters.length > 0 && !fits(`${letters.join('')}…`)) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
