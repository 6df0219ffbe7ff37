import { type Place, restorePlace } from './restore-place';

/** After a navigation inside the app there is no document with the article in it, so it is fetched. */
export async function fetchArticle(article: HTMLElement, place: Place | null): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  article.replaceChildren(...(page.querySelector('#essay')?.childNodes ?? []));
  restorePlace(article, place);
}
