import { parsedJson } from './lines-of';

/** Of a file, in UTF-16 code units: enough to tell what it is. */
const beginning = 4_000;

const signatures: [RegExp, string][] = [
  [/^\s*$/, 'This file is empty.'],
  [/^%PDF-/, 'This is a PDF.'],
  [/^PK\p{Cc}/u, 'This is a ZIP archive: unpack it, and take a file that lies in it.'],
  // A byte that is no UTF-8 was read as U+FFFD.
  [/[\0\ufffd]/, 'This is not text.'],
  [/^\s*</, 'This is HTML or XML.'],
  [/^\s*[{[].*[}\]]\s*\n\s*[{[]/, 'This is JSON Lines of another kind.'],
  [/^\s*[{[]/, 'This is JSON that breaks off, or has a mistake in it.'],
];

/** What a file is that is not what somebody said, as a sentence. `json`: what it says, where it is JSON. */
export function whatItIs(content: string, json = parsedJson(content)): string {
  if (json !== undefined) return whatJson(json);
  const head = content.slice(0, beginning).replace(/^\ufeff/, '');
  const found = signatures.find(([sign]) => sign.test(head))?.[1];
  const [line = ''] = head.split('\n', 1);
  return (
    found ??
    (line.includes(',') ? `This is a table ${listed('columns', line.split(','))}.` : 'This is plain text.')
  );
}

function whatJson(json: unknown): string {
  if (Array.isArray(json)) return json.length === 0 ? 'This is an empty list of JSON.' : whatJson(json[0]);
  if (typeof json !== 'object' || json === null) return 'This is JSON, but no object.';
  return `This is JSON ${listed('fields', Object.keys(json))}.`;
}

/** The first names of many, none without end. */
function listed(what: string, names: readonly string[]): string {
  const told = names
    .slice(0, 6)
    .map((name) => `“${name.trim().replace(/^"|"$/g, '').slice(0, 40).toWellFormed()}”`);
  if (told.length === 0) return `without ${what}`;
  return `with the ${what} ${told.join(', ')}${names.length > told.length ? ' and others' : ''}`;
}

/** Whether the beginning of a file has a sign of something. */
export const beginsLike = (content: string, sign: RegExp): boolean => sign.test(content.slice(0, beginning));
