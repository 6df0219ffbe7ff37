import { readdirSync } from 'node:fs';
import path from 'node:path';

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

const root = 'app/api/v1';

/** Where routes are, below `root`. */
const routeFiles = (readdirSync(root, { recursive: true }) as string[]).filter((file) =>
  /(^|\/)route\.ts$/.test(file),
);

/** The handlers of every route file, by the key that their place and name make. */
export async function loadHandlers(): Promise<Map<string, Handler>> {
  const found = new Map<string, Handler>();
  for (const file of routeFiles) {
    const at = path.dirname(file).replace(/\[(\w+)\]/g, '{$1}');
    const exported: object = await import(path.resolve(root, file));
    for (const [name, handler] of Object.entries(exported))
      if (/^[A-Z]+$/.test(name)) found.set(`${name} /${at}`, handler);
  }
  return found;
}
