import { type Place, restorePlace } from './restore-place';

/** After a navigation inside the app there is no document with the article in it, so it is fetched. Rejects without it. */
export async function fetchArticle(article: HTMLElement, place: Place | null): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const found = page.querySelector('#essay');
  if (!response.ok || !found) throw new Error('There is no article.');
  article.replaceChildren(...found.childNodes);
  restorePlace(article, place);
}
