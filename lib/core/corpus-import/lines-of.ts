/** The lines of a text that are not blank, numbered from 1; made one by one. */
export function* linesOf(text: string): Generator<{ line: string; row: number }> {
  let start = text.startsWith('\ufeff') ? 1 : 0;
  for (let row = 1; start < text.length; row++) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end);
    start = end < 0 ? text.length : end + 1;
    if (line.trim() !== '') yield { line, row };
  }
}

/** What a text of JSON says; undefined when it says nothing. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
