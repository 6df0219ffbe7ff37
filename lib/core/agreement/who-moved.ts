import { grouped } from '@/lib/core/crux/grouped';
import type { TextMark } from './contested-sentences';
import type { Span } from './marks';
import { inOrder } from './unit';

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
 * How people's marks differ, in the order of the text. A mark may also be deleted and made again a
 * little further: what somebody removed and what they added over some of the same words is one move, the pair with the
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
        kind: 'added',
        author: mark.author,
        annotation: mark.id,
        before: null,
        after: markedOf(mark),
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
      kind: isRetagged ? 'retagged' : 'respanned',
      author: mark.author,
      annotation: mark.id,
      before: markedOf(old),
      after: markedOf(mark),
    },
  ];
}

/** Of each author by themselves, in one walk along the text: only marks that share words are ever held side by side. */
function pairs(gone: readonly TextMark[], added: readonly TextMark[]): [TextMark, TextMark][] {
  const byAuthor = grouped(added, ({ author }) => author);
  return [...grouped(gone, ({ author }) => author)].flatMap(([author, own]) =>
    bestPairs(sharing(own, byAuthor.get(author) ?? [])),
  );
}

interface Sharing {
  old: TextMark;
  mark: TextMark;
  /** UTF-16 code units that both cover. */
  shared: number;
}

function sharing(gone: readonly TextMark[], added: readonly TextMark[]): Sharing[] {
  const sorted = added.toSorted(inOrder);
  const found: Sharing[] = [];
  let open: TextMark[] = [];
  let next = 0;
  for (const old of gone.toSorted(inOrder)) {
    while (next < sorted.length && sorted[next]!.start < old.end) open.push(sorted[next++]!);
    open = open.filter(({ end }) => end > old.start);
    for (const mark of open) {
      const shared = Math.min(old.end, mark.end) - Math.max(old.start, mark.start);
      if (shared > 0) found.push({ old, mark, shared });
    }
  }
  return found;
}

function bestPairs(possible: readonly Sharing[]): [TextMark, TextMark][] {
  const taken = new Set<TextMark>();
  const best = possible.toSorted((a, b) => b.shared - a.shared);
  return best.flatMap(({ old, mark }): [TextMark, TextMark][] => {
    if (taken.has(old) || taken.has(mark)) return [];
    taken.add(old).add(mark);
    return [[old, mark]];
  });
}
