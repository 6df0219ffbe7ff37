import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { slotStyle } from '@/components/reader/slot-style';
import { type HighlightRange, segments } from '@/lib/core/anchoring/segments';
import { builtInTags } from '@/lib/core/annotation/vocabulary';
import { articleHtml } from '@/lib/core/essay/article-html';
import { escapeHtml } from '@/lib/core/essay/escape-html';
import { generatedEssay, generatedRanges } from './generated-essay';

export interface Size {
  words: number;
  annotations: number;
}

/** `none`: the page without annotations. `floor`: bare highlights. `peer`: Recogito. */
export type PageName = 'none' | 'ours' | 'floor' | 'peer';

const scripts: Record<Exclude<PageName, 'none'>, string> = {
  ours: 'bench/painter-page.ts',
  floor: 'bench/floors/highlights-page.ts',
  peer: 'bench/floors/recogito-page.ts',
};

/** Serves an essay in the app's own styles: as our server sends it with its annotations, or plain for all others. */
export async function servePages(appUrl: string) {
  const styles = await stylesOf(appUrl);
  const bundles = await bundle();
  const pages = new Map<string, { html: string; ranges: HighlightRange[] }>();
  const server = http.createServer(({ url }, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pages.get(url!)?.html ?? '<!doctype html>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    /** Only what the server sends: text and, in ours, marks. */
    async open(page: Page, name: PageName, size: Size): Promise<void> {
      const path = `/${name}/${size.words}/${size.annotations}`;
      if (!pages.has(path)) pages.set(path, pageOf(name, size, styles));
      await page.goto(`http://127.0.0.1:${port}${path}`);
    },
    /** Brings what shows and changes annotations: `window.probe`. */
    async start(page: Page, name: Exclude<PageName, 'none'>): Promise<void> {
      const { ranges } = pages.get(new URL(page.url()).pathname)!;
      const { js, css } = bundles[name]!;
      await page.evaluate((given) => {
        window.ranges = given;
      }, ranges);
      if (css) await page.addStyleTag({ content: css });
      await page.addScriptTag({ content: js });
    },
    close: () => server.close(),
  };
}

const free = { slot: 4, line: 'double', glyph: '●', retired: false } as const;
const looks = Object.entries(slotStyle([...builtInTags.map((tag) => ({ ...tag, retired: false })), free]))
  .map(([name, value]) => escapeHtml(`${name}:${value};`))
  .join('');

const highlightStyles = [1, 2, 3, 4]
  .map((slot) => `::highlight(slot-${slot}){background-color:var(--hl-${slot}-tint)}`)
  .join('');

function pageOf(name: PageName, { words, annotations }: Size, styles: string) {
  const { document, text } = generatedEssay(words);
  const ranges = generatedRanges(text, annotations);
  const article = articleHtml(document, name === 'ours' ? segments(ranges) : []);
  // Floor and peer measure at once, so that nothing of theirs is put off.
  const whole = name === 'floor' || name === 'peer' ? ' data-whole' : '';
  const bare = name === 'floor' ? highlightStyles : '';
  const html = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Essay</title>
<style>${styles}${bare}</style><div class="reader" style="${looks}"><div class="reader-columns"><main class="reader-text">
<article id="essay" lang="en" dir="auto"${whole}>${article}</article></main></div></div></html>`;
  return { html, ranges };
}

/** What the app's reading page is styled with, without its fonts. */
async function stylesOf(appUrl: string): Promise<string> {
  const page = await (await fetch(new URL('/g/sample/the-thank-you-jar', appUrl))).text();
  const links = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href!);
  if (links.length === 0) throw new Error('The sample essay has no style sheets: is the sample there?');
  const sheets = await Promise.all(links.map(async (href) => (await fetch(new URL(href, appUrl))).text()));
  return sheets.join('\n').replace(/@font-face\s*\{[^}]*\}/g, '');
}

type Bundles = Record<string, { js: string; css: string }>;

async function bundle(): Promise<Bundles> {
  const { outputFiles } = await build({
    entryPoints: scripts,
    outdir: 'bundles',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const bundles: Bundles = {};
  for (const name of Object.keys(scripts)) {
    const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(name + ending))?.text ?? '';
    bundles[name] = { js: text('.js'), css: text('.css') };
  }
  return bundles;
}
