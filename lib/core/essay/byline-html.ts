import { escapeHtml } from './escape-html';
import { readingTime } from './reading-time';
import { isSafeHref } from './safe-href';

interface Described {
  authors: readonly string[];
  sourceUrl: string | null;
  licence: string | null;
  /** BCP 47. */
  language: string;
}

const rightToLeft = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/;

/** The line below the title: by whom, how long, from where, under what licence. No part of the canonical text. */
export function bylineHtml({ authors, sourceUrl, licence, language }: Described, words: number): string {
  const isolated = (text: string) => `<bdi>${escapeHtml(text)}</bdi>`;
  const parts = [
    authors.length > 0 && isolated(authors.join(', ')),
    isolated(`${readingTime(words)} read`),
    sourceUrl !== null && isSafeHref(sourceUrl) && sourceLink(sourceUrl),
    licence !== null && isolated(licence),
  ];
  const direction = rightToLeft.test(language) ? 'rtl' : 'ltr';
  return `<div class="byline" dir="${direction}"><div>${parts.filter(Boolean).join('')}</div></div>`;
}

const sourceLink = (url: string) =>
  `<a href="${escapeHtml(url)}" rel="noopener">${escapeHtml(new URL(url).hostname.replace(/^www\./, ''))}</a>`;

/** An article (see `articleHtml`) that opens with its title, with the line below that. */
export function withByline(article: string, byline: string): string {
  const title = /<\/h[1-6]>/.exec(article);
  if (!title) return byline + article;
  const end = title.index + title[0].length;
  return article.slice(0, end) + byline + article.slice(end);
}
