import type { CorpusTag } from '@/lib/core/corpus/corpus';

/** Of highlights: as on the site (app/globals.css), edge and tint of each slot. */
const light = [
  ['#8a7400', '#fff3b0'],
  ['#0673e0', '#dcedff'],
  ['#c9481d', '#ffe3d3'],
  ['#6d0303', '#f7dfe0'],
  ['#040495', '#ddf3d9'],
] as const;
const dark = [
  ['#e5c94f', '#3e3506'],
  ['#6ad7fb', '#0c3557'],
  ['#ffab6b', '#4f2c0e'],
  ['#f5575f', '#4d1820'],
  ['#8e6afb', '#173f1b'],
] as const;

const lines = new Set(['solid', 'dashed', 'dotted', 'double']);

/** The looks of the page; the lines under highlights are those of the vocabulary. */
export function pageStyle(tags: readonly CorpusTag[]): string {
  const lineOf = (slot: number) =>
    tags.find((tag) => tag.slot === slot && lines.has(tag.line))?.line ?? 'solid';
  const slots = light.map((_, slot) => {
    const colours = `--edge: var(--edge-${slot}); --tint: var(--tint-${slot})`;
    return `.k${slot} { ${colours}; --line: ${lineOf(slot)}; }\n`;
  });
  return `:root { color-scheme: light; --paper: #fefdfb; --ink: #1e1b17; --ink-2: #504a43; --rule: #e3ded4; --sunken: #efece5; --accent: #17594a; ${variables(light)} }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --paper: #15171c; --ink: #e8e6e3; --ink-2: #bdb9b3; --rule: #2e333d; --sunken: #1f232b; --accent: #7fd1b9; ${variables(dark)} }
}
${slots.join('')}${rules}`;
}

const variables = (slots: typeof light | typeof dark): string =>
  slots.map(([edge, tint], slot) => `--edge-${slot}: ${edge}; --tint-${slot}: ${tint};`).join(' ');

const rules = `* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem; max-width: 46rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.65 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 2rem; }
h2 { font-size: 1.6rem; margin-block-start: 0; }
.text > :is(h3, h4, h5, h6) { margin-block: 1.8em 0.5em; scroll-margin-block-start: 1rem; }
.text h3 { font-size: 1.3em; }
.text h4 { font-size: 1.1em; }
.text :is(h5, h6) { font-size: 1em; }
.text :is(ul, ol) { padding-inline-start: 1.5em; }
.text li > :is(p, ul, ol), .words li > p { margin-block: 0.35em; }
.text blockquote { color: var(--ink-2); }
blockquote { border-inline-start: 3px solid var(--rule); margin: 1em 0; padding-inline-start: 1.1em; }
hr { border: 0; border-block-start: 1px solid var(--rule); width: 30%; margin: 2.2em auto; }
code { font: 0.875em/1.5 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; background: var(--sunken); padding-inline: 0.2em; border-radius: 3px; }
pre { overflow-x: auto; background: var(--sunken); padding: 0.8em 1em; border-radius: 6px; line-height: 1.5; }
pre code { padding: 0; }
:is(sub, sup, .fnref) { font-size: 0.72em; line-height: 0; }
.fnref { vertical-align: super; text-decoration: none; }
.table { overflow-x: auto; margin-block: 1em; font: 0.875rem/1.45 system-ui, sans-serif; }
table { border-collapse: collapse; min-width: 100%; font-variant-numeric: tabular-nums; }
:is(th, td) { border-block-end: 1px solid var(--rule); padding: 0.45em 0.8em; text-align: start; vertical-align: top; min-width: 6em; }
thead th { border-block-end: 2px solid var(--rule); }
:is(th, td) > p { margin: 0; }
.footnotes { border-block-start: 1px solid var(--rule); margin-block-start: 2.5rem; font-size: 0.875em; }
.footnotes > ol { list-style: none; padding: 0; }
.footnotes > ol > li { display: grid; grid-template-columns: 2.4em minmax(0, 1fr); scroll-margin-block-start: 1rem; }
.fnback { text-decoration: none; }
.fntext > :first-child { margin-block-start: 0; }
.footnotes li:target { background: var(--sunken); }
a { color: var(--accent); }
header, footer, .notes, .cards, .small { font-family: system-ui, sans-serif; }
.small, .facts, dd { color: var(--ink-2); font-size: 0.875rem; }
article, .cards, footer { border-block-start: 1px solid var(--rule); margin-block-start: 2.5rem; padding-block-start: 2.5rem; }
mark { color: inherit; background: var(--tint); border-block-end: 2px var(--line) var(--edge); -webkit-box-decoration-break: clone; box-decoration-break: clone; }
mark.d2 { border-block-end-width: 3px; }
mark.d3 { border-block-end-width: 4px; }
.ref { color: var(--edge); font: 700 0.7rem system-ui, sans-serif; text-decoration: none; padding-inline: 0.15em; -webkit-user-select: none; user-select: none; }
.ref:target { outline: 2px solid var(--edge); outline-offset: 2px; }
.legend { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 0.75rem 1.5rem; margin: 1.5rem 0 0; }
dd { margin: 0.25rem 0 0; }
.notes, .cards { font-size: 0.9375rem; line-height: 1.5; }
.notes { margin-block-start: 2rem; }
.note { border-inline-start: 3px var(--line, solid) var(--edge, var(--rule)); padding: 0.1rem 0 0.1rem 0.9rem; margin-block-end: 1.75rem; scroll-margin-block-start: 1rem; }
.note:target { background: var(--tint, transparent); }
.note h3 { font-size: 1rem; margin: 0; }
.note p, .note ul, .note ol { margin-block: 0.35rem; }
.quote a { color: inherit; text-decoration-color: var(--edge); display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; line-clamp: 3; overflow: hidden; }
.words blockquote { border-inline-start-width: 2px; margin: 0.35rem 0; padding-inline-start: 0.75rem; }
.facts { padding-inline-start: 1.1rem; }
.thread { list-style: none; padding-inline-start: 0.9rem; border-inline-start: 1px solid var(--rule); }
@media screen and (min-width: 64rem) {
  body { max-width: 76rem; }
  article { display: grid; grid-template-columns: minmax(0, 42rem) minmax(18rem, 26rem); justify-content: space-between; gap: 3rem; }
  header, .cards, footer { max-width: 42rem; }
  .notes { margin: 0; position: sticky; inset-block-start: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding-block: 1rem; padding-inline-end: 0.75rem; }
  .notes::after { content: ""; display: block; height: 85vh; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  a { color: inherit; }
  article ~ article { break-before: page; border: 0; }
  :is(.note p, pre, tr) { break-inside: avoid; }
  :is(h2, h3, h4, h5, h6, .quote, .note > .small) { break-after: avoid; }
  pre { white-space: pre-wrap; }
  .table { overflow: visible; }
  .quote a { display: inline; }
  mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
