/**
 * How a plain text uses its lines. `lines`: each line is a paragraph. `blocks`: blank lines part paragraphs, and line
 * ends inside them are meant. `wrapped`: blank lines part paragraphs, and line ends are only where the column ended.
 */
export type TextLayout = 'lines' | 'blocks' | 'wrapped';

/** The layout of a text, from the lengths of its lines (UTF-16 code units) and its blank lines. */
export function textLayout(lines: readonly string[]): TextLayout {
  const filled = lines.filter((line) => line !== '').length;
  const first = lines.findIndex((line) => line !== '');
  const hasBlanks = lines.findLastIndex((line) => line !== '') - first + 1 > filled;
  const full = lines.filter((line, index) => line !== '' && (lines[index + 1] ?? '') !== '');
  if (isWrapped(full.map((line) => line.length))) return 'wrapped';
  return hasBlanks ? 'blocks' : 'lines';
}

/** Mail and typewriters break lines at 55-90 columns: then most lines that another line follows come close to the end. */
function isWrapped(lengths: readonly number[]): boolean {
  const sorted = [...lengths].sort((a, b) => a - b);
  const longest = sorted[Math.floor(sorted.length * 0.98)] ?? 0;
  const close = sorted.filter((length) => length >= longest - 16).length;
  return sorted.length >= 3 && longest >= 50 && sorted.at(-1)! <= 100 && close >= sorted.length * 0.7;
}
