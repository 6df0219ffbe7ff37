/** A file as text, whatever bytes it holds: such as are no UTF-8 are U+FFFD. */
export const decoded = (content: Uint8Array): string => new TextDecoder().decode(content);

/** The lines of a file that are not blank, numbered from 1; decoded one by one, since a text takes up more than its bytes. */
export function* linesOf(content: Uint8Array): Generator<{ line: string; row: number }> {
  // A mark of the byte order within a file is a character of its line.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for (let row = 1, start = 0; start < content.length; row++) {
    const feed = content.indexOf(0x0a, start);
    const end = feed < 0 ? content.length : feed;
    const line = decoder.decode(content.subarray(start, end));
    start = end + 1;
    if (line.trim() !== '') yield { line: row === 1 ? line.replace(/^\ufeff/, '') : line, row };
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
