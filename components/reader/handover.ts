/**
 * Lets the server's page component hand an article's HTML to the client component that shows it, past the props:
 * a prop would be sent a second time, for hydration, although React never looks into the article again. Both run in
 * one process when a document is rendered, but as two module graphs, hence the global. The browser never holds one.
 */
const shelf = globalThis as { cruxbookArticles?: Map<string, string> };

/** More than the documents a process renders at once; whoever finds its place empty fetches (see ArticleBody). */
const PLACES = 64;

/** On the server: leaves the HTML under a key that stands for it. */
export function handOver(key: string, html: string): void {
  shelf.cruxbookArticles ??= new Map();
  const articles = shelf.cruxbookArticles;
  articles.delete(key);
  articles.set(key, html);
  if (articles.size > PLACES) articles.delete(articles.keys().next().value!);
}

/** The HTML while a document is rendered on the server; in the browser always empty. */
export const handedOver = (key: string): string => shelf.cruxbookArticles?.get(key) ?? '';
