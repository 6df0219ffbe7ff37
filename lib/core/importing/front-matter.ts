import type { SourceMetadata } from './essay-source';

const fence = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const field = /^([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)$/;
const item = /^[ \t]*-[ \t]+(.+)$/;

/** Front matter as it stood, by lower-case field name. */
type Fields = Map<string, string[]>;

/**
 * Takes YAML front matter off a Markdown text: plain fields and lists, which is what essays carry. Anything that does
 * not look like it stays text. `unused` names the fields that an essay has no place for.
 */
export function frontMatter(content: string): { body: string; metadata: SourceMetadata; unused: string[] } {
  const match = fence.exec(content);
  const fields = match && parseFields(match[1]!);
  if (!match || !fields) return { body: content, metadata: {}, unused: [] };
  const take = (...names: string[]) => {
    const found = names.map((name) => [name, fields.get(name)] as const).find(([, values]) => values?.length);
    if (found) fields.delete(found[0]);
    return found?.[1] ?? [];
  };
  const title = take('title')[0];
  const authors = take('authors', 'author').flatMap((value) =>
    value.replace(/\s+/g, ' ').split(/ ?(?:,|;|\band\b) /),
  );
  const language = take('language', 'lang')[0];
  const source = take('source', 'url', 'source_url', 'canonical_url')[0];
  const licence = take('licence', 'license')[0];
  const metadata: SourceMetadata = {
    ...(title ? { title } : {}),
    ...(authors.length > 0 ? { authors } : {}),
    ...(language ? { language } : {}),
    ...(source && /^https?:\/\//.test(source) ? { source } : {}),
    ...(licence ? { licence } : {}),
  };
  return { body: content.slice(match[0].length), metadata, unused: [...fields.keys()] };
}

function parseFields(text: string): Fields | undefined {
  const fields: Fields = new Map();
  let current: string[] | undefined;
  for (const line of text.split('\n')) {
    const [, name, value] = field.exec(line) ?? [];
    const element = item.exec(line)?.[1];
    if (name !== undefined) {
      current = listOf(value!);
      fields.set(name.toLowerCase(), current);
    } else if (element !== undefined && current) current.push(unquoted(element));
    else if (line.trim() !== '' && !line.startsWith('#') && !/^\s/.test(line)) return undefined;
  }
  return fields.size > 0 ? fields : undefined;
}

function listOf(value: string): string[] {
  const inner = /^\[(.*)\]$/.exec(value.trim())?.[1];
  const values = inner === undefined ? [value] : inner.split(',');
  return values.map(unquoted).filter((each) => each !== '');
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}
