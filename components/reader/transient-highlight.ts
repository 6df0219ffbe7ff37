/** What may be lit up for a moment without touching the DOM; looks are in CSS as `::highlight(name)`. */
export type TransientHighlight = 'draft' | 'hover' | 'search';

/** Lights up these ranges and no others under that name. Browsers without custom highlights show nothing. */
export function showTransient(name: TransientHighlight, ranges: readonly AbstractRange[]): void {
  if (typeof Highlight === 'undefined') return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}
