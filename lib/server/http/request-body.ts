import 'server-only';
import { invalid, Problem } from '@/lib/core/api/problem';

const deepest = 64;

const tooLarge = (limit: number) =>
  new Problem(
    413,
    'too-large',
    `This is too large: at most ${limit < 1e6 ? `${Math.floor(limit / 1000)} kB` : `${Math.floor(limit / 1e6)} MB`} are accepted.`,
  );

/** Reads a body of one of these types, which are JSON, without ever holding more than `limit` bytes of it. */
export async function jsonBody(
  request: Request,
  limit: number,
  types: readonly string[] = ['application/json'],
): Promise<unknown> {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  if (!types.includes(type.trim().toLowerCase()))
    throw new Problem(415, 'content-type', `Send ${types.join(' or ')}.`);
  const text = await readText(request, limit);
  if (depth(text) > deepest) throw invalid('too-deep', `The JSON is nested deeper than ${deepest} levels.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem(400, 'json', 'The body is not valid JSON.');
  }
  // PostgreSQL cannot store these; a surrogate without its other half is no character.
  if (/\\u0000|\\ud[89a-f]/i.test(text)) requireStorable(value);
  return value;
}

/** Throws a 422 for characters that PostgreSQL has no place for. */
export function requireStorable(value: unknown): void {
  if (storable(value)) return;
  throw invalid(
    'characters',
    'The text holds characters that cannot be stored (NUL or half a surrogate pair).',
  );
}

/** The body as text, or a 413: where its length is told, before anything of it is read. */
export async function readText(request: Request, limit: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of chunksOf(request, limit)) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** The same as it comes, in memory of its own: what is large takes up no more than that. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  // Pages that nothing is written to take up nothing.
  const bytes = new Uint8Array(limit);
  let length = 0;
  for await (const chunk of chunksOf(request, limit)) {
    bytes.set(chunk, length);
    length += chunk.byteLength;
  }
  return bytes.subarray(0, length);
}

async function* chunksOf({ headers, body }: Request, limit: number): AsyncGenerator<Uint8Array> {
  if (Number(headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  if (!body) return;
  const reader = body.getReader();
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    bytes += value.byteLength;
    if (bytes > limit) {
      await reader.cancel();
      throw tooLarge(limit);
    }
    yield value;
  }
}

/** How deep brackets nest, without building anything. */
function depth(json: string): number {
  let open = 0;
  let most = 0;
  let quoted = false;
  for (let i = 0; i < json.length; i++) {
    const char = json[i];
    if (quoted && char === '\\') i++;
    else if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === '[' || char === '{') most = Math.max(most, ++open);
    else if (char === ']' || char === '}') open--;
  }
  return most;
}

function storable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (Array.isArray(value)) return value.every(storable);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).every(([key, part]) => storable(key) && storable(part));
  return true;
}
