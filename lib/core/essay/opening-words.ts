/**
 * The first line of a canonical text as a title: whole words, at most `most` UTF-16 code units and "…" where it was cut.
 * A word longer than that is cut between graphemes.
 */
export function openingWords(text: string, most: number): string {
  const line = text.split('\n', 1)[0]!.trim();
  if (line.length <= most) return line.toWellFormed();
  const start = line.slice(0, most + 1);
  const space = start.search(/\s+\S*$/u);
  const words = space > most / 2 ? start.slice(0, space) : wholeGraphemes(line, most);
  return `${words.replace(/[\s\p{Pd},;:([{“‘«]+$/u, '').toWellFormed()}…`;
}

function wholeGraphemes(line: string, most: number): string {
  const graphemes = new Intl.Segmenter().segment(line.slice(0, most * 2));
  let end = 0;
  for (const { index, segment } of graphemes)
    if (index + segment.length <= most) end = index + segment.length;
  return line.slice(0, end);
}
