import { escapeHtml } from '@/lib/core/essay/escape-html';

/** A feed as RFC 4287 describes it. Times are ISO 8601 in UTC; addresses are absolute. */
export interface Feed {
  /** Of all its words; BCP 47. */
  language: string;
  title: string;
  /** Stable for ever (`tagUri`). */
  id: string;
  updated: string;
  /** Its own address, and the page it tells of. */
  self: string;
  page: string;
  software: { name: string; version: string };
  /** Newest first. */
  entries: readonly FeedEntry[];
}

export interface FeedEntry {
  id: string;
  title: string;
  author: string;
  published: string;
  updated: string;
  page: string;
  /** Of its tags or kind: slug and name. */
  categories: readonly { term: string; label: string }[];
  /** HTML in which nothing was left unescaped. */
  html: string;
}

/**
 * RFC 4151: the name of a thing that a site made on a day, which stays its name wherever it is found. `made` is a time as
 * above; `thing` has no spaces.
 */
export function tagUri(site: string, made: string, thing: string): string {
  const host = new URL(site).hostname.replace(/[[\]]/g, '').replaceAll(':', '-');
  return `tag:${host},${made.slice(0, 10)}:${thing}`;
}

/** What XML 1.0 has no place for, escaped or not: most control characters, and halves of surrogate pairs. */
const unprintable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const text = (words: string) => escapeHtml(words.replace(unprintable, ''));
const element = (name: string, words: string) => `<${name}>${text(words)}</${name}>`;
const link = (rel: string, type: string, href: string) =>
  `<link rel="${rel}" type="${type}" href="${text(href)}"/>`;

export function atom({ language, title, id, updated, self, page, software, entries }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${text(language)}">`,
    element('id', id),
    element('title', title),
    element('updated', updated),
    link('self', 'application/atom+xml', self),
    link('alternate', 'text/html', page),
    `<generator version="${text(software.version)}">${text(software.name)}</generator>`,
    ...entries.map(entry),
    '</feed>\n',
  ].join('\n');
}

const entry = ({ id, title, author, published, updated, page, categories, html }: FeedEntry) =>
  [
    '<entry>',
    element('id', id),
    element('title', title),
    `<author>${element('name', author)}</author>`,
    element('published', published),
    element('updated', updated),
    link('alternate', 'text/html', page),
    ...categories.map(({ term, label }) => `<category term="${text(term)}" label="${text(label)}"/>`),
    `<content type="html">${text(html)}</content>`,
    '</entry>',
  ].join('\n');
