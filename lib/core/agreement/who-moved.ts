import type { TextMark } from './contested-sentences';
import type { Span } from './marks';

export interface Marked extends Span {
  tags: readonly string[];
}

/** What somebody did to one mark between two moments. */
export interface Move {
  kind: 'added' | 'removed' | 'retagged' | 'respanned';
  author: string;
  /** The mark as it is now; null: it is gone. */
  annotation: string | null;
  before: Marked | null;
  after: Marked | null;
}

/**
 * How people's marks differ, in the order of the text. A mark whose range cannot be changed is deleted and made again a
 * little further: so what somebody removed and what they added over some of the same words is one move, the pair with the
 * most words in common first.
 */
export function whoMoved(before: readonly TextMark[], after: readonly TextMark[]): Move[] {
  const now = new Map(after.map((mark) => [mark.id, mark]));
  const then = new Map(before.map((mark) => [mark.id, mark]));
  const moves: Move[] = before.flatMap((old) => {
    const mark = now.get(old.id);
    return mark ? changed(old, mark) : [];
  });
  const gone = before.filter(({ id }) => !now.has(id));
  const added = after.filter(({ id }) => !then.has(id));
  const paired = pairs(gone, added);
  const isPaired = new Set(paired.flat());
  for (const [old, mark] of paired) moves.push(...changed(old, mark));
  for (const old of gone)
    if (!isPaired.has(old))
      moves.push({
        kind: 'removed',
        author: old.author,
        annotation: null,
        before: markedOf(old),
        after: null,
      });
  for (const mark of added)
    if (!isPaired.has(mark))
      moves.push({
        ...{ kind: 'added', author: mark.author, annotation: mark.id },
        ...{ before: null, after: markedOf(mark) },
      });
  return moves.sort((a, b) => startOf(a) - startOf(b));
}

const markedOf = ({ start, end, tags }: TextMark): Marked => ({ start, end, tags });
const startOf = ({ before, after }: Move) => (after ?? before)?.start ?? 0;

function changed(old: TextMark, mark: TextMark): Move[] {
  const isRetagged = [...old.tags].sort().join() !== [...mark.tags].sort().join();
  const isRespanned = old.start !== mark.start || old.end !== mark.end;
  if (!isRetagged && !isRespanned) return [];
  return [
    {
      ...{ kind: isRetagged ? 'retagged' : 'respanned', author: mark.author, annotation: mark.id },
      ...{ before: markedOf(old), after: markedOf(mark) },
    },
  ];
}

function pairs(gone: readonly TextMark[], added: readonly TextMark[]): [TextMark, TextMark][] {
  const common = (a: Span, b: Span) => Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const possible = gone
    .flatMap((old) => added.map((mark) => ({ old, mark, shared: common(old, mark) })))
    .filter(({ old, mark, shared }) => old.author === mark.author && shared > 0)
    .sort((a, b) => b.shared - a.shared);
  const taken = new Set<TextMark>();
  return possible.flatMap(({ old, mark }): [TextMark, TextMark][] => {
    if (taken.has(old) || taken.has(mark)) return [];
    taken.add(old).add(mark);
    return [[old, mark]];
  });
}
