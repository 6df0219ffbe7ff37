/** An essay of the sample as its file gives it. */
export type EssaySource = {
  readonly title: string;
  readonly authors: readonly string[];
  /** BCP 47. */
  readonly language: string;
  /** SPDX identifier. */
  readonly licence: string;
  readonly slug: string;
  /** Markdown with GFM tables and footnotes, without the front matter. */
  readonly markdown: string;
};

/**
 * Takes an essay file apart: `key: value` lines between two `---`, then Markdown. Authors are parted by ", ".
 * @throws Error when there is no front matter or a key is missing.
 */
export function readEssaySource(file: string): EssaySource {
  const [, head, body] = /^---\n(.*?)\n---\n+(.*)$/s.exec(file) ?? [];
  if (head === undefined || body === undefined) throw new Error('The essay file has no front matter.');
  const entries = new Map(head.split('\n').map((line) => splitEntry(line)));
  const field = (key: string) => {
    const value = entries.get(key);
    if (!value) throw new Error(`The essay file has no ${key}.`);
    return value;
  };
  return {
    title: field('title'),
    authors: field('authors').split(', '),
    language: field('language'),
    licence: field('licence'),
    slug: field('slug'),
    markdown: body,
  };
}

function splitEntry(line: string): [key: string, value: string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon), line.slice(colon + 1).trim()];
}
