import { describe, expect, test } from 'vitest';
import { articleHtml } from './article-html';
import { bylineHtml, withByline } from './byline-html';
import type { EssayDocument } from './document';

const bare = { authors: [], sourceUrl: null, licence: null, language: 'en' };
const textOf = (html: string) => html.replace(/<[^>]*>/g, '|').replace(/\|+/g, '|');

describe('bylineHtml', () => {
  test.each([
    ['nothing but a text', {}, '|2 min read|'],
    ['authors', { authors: ['Ann', 'Bo'] }, '|Ann, Bo|2 min read|'],
    ['a source', { sourceUrl: 'https://www.example.org/a?b' }, '|2 min read|example.org|'],
    ['a licence', { licence: 'CC BY 4.0' }, '|2 min read|CC BY 4.0|'],
    ['a source that no link may lead to', { sourceUrl: 'javascript:alert(1)' }, '|2 min read|'],
  ])('tells of %s', (_, known, expected) => {
    expect(textOf(bylineHtml({ ...bare, ...known }, 400))).toBe(expected);
  });

  test('lets nothing out of its place', () => {
    const html = bylineHtml({ ...bare, authors: ['<b>"&'], licence: '</div><script>' }, 1);
    expect(html).toContain('&lt;b&gt;&quot;&amp;');
    expect(html).not.toMatch(/<b>|<script/);
  });

  test.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['arn', 'ltr'],
  ])('runs as %s does', (language, direction) => {
    expect(bylineHtml({ ...bare, language }, 1)).toContain(`dir="${direction}"`);
  });
});

test('the line stands below the title that the text opens with, and no offset moves', () => {
  const heading = (text: string) => ({
    type: 'heading' as const,
    attrs: { level: 1 as const },
    content: [{ type: 'text' as const, text }],
  });
  const document: EssayDocument = { type: 'doc', content: [heading('Tide'), heading('Ebb')] };
  const article = articleHtml(document);
  const html = withByline(article, '<div class="byline">Ann</div>');
  expect(html).toContain('Tide</h1><div class="byline">Ann</div>');
  expect(html.match(/data-start="\d+"/g)).toEqual(article.match(/data-start="\d+"/g));
  expect(html.replace('<div class="byline">Ann</div>', '')).toBe(article);
});
