import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';

// Next loads this module once per bundle; a request is answered once.
const store = globalThis as unknown as { cruxbookAnswers?: AsyncLocalStorage<ServerResponse> };
store.cruxbookAnswers ??= new AsyncLocalStorage();
const answers = store.cruxbookAnswers;

/** From now on whatever is done for a request knows the answer to it, which Next shows to no page. */
export function rememberAnswers(): void {
  subscribe('http.server.request.start', (message) => {
    answers.enterWith((message as { response: ServerResponse }).response);
  });
}

/**
 * Gives the page being rendered another status than 200, and headers besides those that it has (React sends fonts ahead by
 * `Link`); false when it is too late for that, or no server is below.
 */
export function answerWith(status: number, headers: Record<string, string> = {}): boolean {
  const answer = answers.getStore();
  if (!answer || answer.headersSent) return false;
  answer.statusCode = status;
  for (const [name, value] of Object.entries(headers)) answer.appendHeader(name, value);
  return true;
}
