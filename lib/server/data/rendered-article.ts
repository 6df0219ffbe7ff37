import 'server-only';
import { createHash } from 'node:crypto';
import { may } from '@/lib/core/access/permissions';
import { segments } from '@/lib/core/anchoring/segments';
import { highlightRange } from '@/lib/core/annotation/highlight';
import { articleHtml } from '@/lib/core/essay/article-html';
import { beginsWithTitle, type OutlineEntry, outline } from '@/lib/core/essay/outline';
import { RecentlyUsed } from '@/lib/server/recently-used';
import { type ReadingHead, readingBody } from './reading-page';
import type { Viewer } from './viewer';

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

/** By `key`; at most so many UTF-16 code units of HTML, which are a few dozen long essays. */
const kept = new RecentlyUsed<RenderedArticle>(40_000_000, ({ html }) => html.length);

/** The article with the viewer's annotations in it, made once for each state of the essay and its annotations. */
export async function renderedArticle(viewer: Viewer, head: ReadingHead): Promise<RenderedArticle> {
  const { group, essay, version, cursor, privateCursor, alone } = head;
  const own = (privateCursor || alone) && `${viewer.user?.id} ${privateCursor}`;
  const moderates = may('moderation.review', group);
  const key = [group.id, version.id, cursor, own, alone, moderates, shortHash([essay.title, head.tags])].join(
    ' ',
  );
  const known = kept.get(key);
  if (known) return known;
  const article = await render(viewer, head, key);
  kept.set(key, article);
  return article;
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
