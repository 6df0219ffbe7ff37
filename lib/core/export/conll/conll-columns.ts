import type { Span } from '@/lib/core/agreement/marks';
import { type Tokens, tokensWithin } from '@/lib/core/agreement/tokens';
import { freeSlug } from '@/lib/core/api/slug';
import type { CorpusAnnotation } from '@/lib/core/corpus/corpus';

/** One tag of every token, in BIO: `B-crux` begins, `I-crux` goes on, `O` is outside. Ramshaw and Marcus 1995. */
export interface ConllColumn {
  name: string;
  cells: readonly string[];
}

/**
 * A column for each tag and one for annotations without. Where passages of one tag overlap, the later one goes into a
 * further column (`crux.2`), so that none is lost. `snapped`: how many begin or end within a token, and come with all of it.
 */
export function conllColumns(
  tags: readonly string[],
  tokens: Tokens,
  annotations: readonly CorpusAnnotation[],
) {
  const untagged = freeSlug('highlight', new Set(tags));
  const found = annotations.map((annotation) => ({ annotation, span: tokensWithin(tokens, annotation) }));
  const columns = [...tags, untagged].flatMap((label): ConllColumn[] => {
    const spans = found
      .filter(({ annotation }) =>
        label === untagged ? annotation.tags.length === 0 : annotation.tags.includes(label),
      )
      .map(({ span }) => span)
      .filter(({ start, end }) => start < end);
    return layersOf(spans).map((layer, i) => ({
      name: i === 0 ? label : `${label}.${i + 1}`,
      cells: cellsOf(layer, label, tokens.starts.length),
    }));
  });
  const snapped = found.filter(
    ({ annotation, span }) =>
      tokens.starts[span.start] !== annotation.start || tokens.ends[span.end - 1] !== annotation.end,
  ).length;
  return { columns, snapped };
}

/** Spans by their start, each in the first layer where it meets no other; at least one layer. */
function layersOf(spans: readonly Span[]): Span[][] {
  const layers: Span[][] = [[]];
  for (const span of spans) {
    const free = layers.find((layer) => (layer.at(-1)?.end ?? 0) <= span.start);
    if (free) free.push(span);
    else layers.push([span]);
  }
  return layers;
}

function cellsOf(spans: readonly Span[], label: string, length: number): string[] {
  const cells = new Array<string>(length).fill('O');
  for (const { start, end } of spans)
    cells.fill(`I-${label}`, start, end).fill(`B-${label}`, start, start + 1);
  return cells;
}
