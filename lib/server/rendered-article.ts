import 'server-only';
import { createHash } from 'node:crypto';
import { segments } from '@/lib/core/anchoring/segments';
import { highlightRange } from '@/lib/core/annotation/highlight';
import { articleHtml } from '@/lib/core/essay/article-html';
import { beginsWithTitle, type OutlineEntry, outline } from '@/lib/core/essay/outline';
import { type ReadingHead, readingBody } from './data/reading-page';
import type { Viewer } from './data/viewer';

/** An essay as the page shows it to one viewer, or to all who see the same. */
export interface RenderedArticle {
  /** Names everything that the HTML depends on. */
  key: string;
  html: string;
  /** Without the title. */
  outline: OutlineEntry[];
  /** The text opens with its own title. */
  showsTitle: boolean;
}

/** Characters of HTML kept in all: a few dozen long essays. */
const capacity = 40_000_000;

const kept = new Map<string, RenderedArticle>();
let size = 0;

/** The article with the viewer's annotations in it, made once for each state of the essay and its annotations. */
export async function renderedArticle(viewer: Viewer, head: ReadingHead): Promise<RenderedArticle> {
  const { group, essay, version, cursor, privateCursor } = head;
  const own = privateCursor && `${viewer.user?.id} ${privateCursor}`;
  const key = [group.id, version.id, cursor, own, shortHash([essay.title, head.tags])].join(' ');
  const found = kept.get(key);
  if (!found) return keep(await render(viewer, head, key));
  kept.delete(key);
  kept.set(key, found);
  return found;
}

const shortHash = (parts: unknown) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

async function render(viewer: Viewer, head: ReadingHead, key: string): Promise<RenderedArticle> {
  const { document, highlights } = await readingBody(viewer, head);
  const showsTitle = beginsWithTitle(document, head.essay.title);
  return {
    key,
    html: articleHtml(document, segments(highlights.map(highlightRange))),
    outline: outline(document).slice(showsTitle ? 1 : 0),
    showsTitle,
  };
}

/** The least recently used make room. */
function keep(article: RenderedArticle): RenderedArticle {
  if (kept.has(article.key)) return article;
  kept.set(article.key, article);
  size += article.html.length;
  for (const [key, { html }] of kept) {
    if (size <= capacity || kept.size === 1) break;
    kept.delete(key);
    size -= html.length;
  }
  return article;
}
