import type { ReactionKind } from '@/lib/core/annotation/annotation';
import type { BadRow } from '@/lib/core/corpus-import/import-report';
import { grouped } from '@/lib/core/crux/grouped';
import type { ForumComment, ForumPost, Reactor } from './forum-json';

/** Reacts that mean what a reaction here means. */
const kinds: ReadonlyMap<string, ReactionKind> = new Map([
  ['agree', 'agree'],
  ['disagree', 'disagree'],
  ['insightful', 'helpful'],
  ['strong-argument', 'helpful'],
]);

type Reacted = ForumPost | ForumComment;

const reactsOn = ({ extendedScore }: Reacted): [string, Reactor[]][] =>
  Object.entries(extendedScore?.reacts ?? {});

/** Who reacted how to a comment as a whole or to words of it, each but once. */
export function reactionsOn(comment: ForumComment): { kind: ReactionKind; name: string }[] {
  const found = reactsOn(comment).flatMap(([react, reactors]) => {
    const kind = kinds.get(react);
    return kind ? reactors.filter(isGiven).map(({ displayName }) => ({ kind, name: displayName })) : [];
  });
  return [...grouped(found, ({ kind, name }) => `${kind} ${name}`).values()].map(([first]) => first!);
}

const isGiven = ({ reactType }: Reactor) => reactType !== 'disagreed';

/** Words that somebody called a crux of theirs. */
export interface ForumCrux {
  quote: string;
  /** Who said so first. */
  name: string;
  /** What others said to that. */
  reactions: { kind: ReactionKind; name: string }[];
}

/** Every quotation that a crux react stands on. */
export function cruxesOn(item: Reacted): ForumCrux[] {
  const marks = (item.extendedScore?.reacts?.crux ?? []).flatMap((reactor) =>
    quotesOf(reactor).map((quote) => ({ quote, reactor })),
  );
  return [...grouped(marks, ({ quote }) => quote)].flatMap(([quote, all]) => {
    const reactors = all.map(({ reactor }) => reactor);
    const first = reactors.find(({ reactType }) => reactType === 'created') ?? reactors.find(isGiven);
    if (!first) return [];
    const others = reactors.filter(({ displayName }) => displayName !== first.displayName);
    const reactions = others.map((one) => ({
      kind: isGiven(one) ? ('agree' as const) : ('disagree' as const),
      name: one.displayName,
    }));
    return [{ quote, name: first.displayName, reactions }];
  });
}

const quotesOf = ({ quotes }: Reactor): string[] => [
  ...new Set((quotes ?? []).map((quote) => quote.trim()).filter((quote) => quote !== '')),
];

/** Of all reacts, those that have no place here: one row for each name, at the first thing that bears it. */
export function reactsLeftOut(
  items: readonly { row: number; kind: 'post' | 'comment'; it: Reacted }[],
): BadRow[] {
  const left = items.flatMap(({ row, kind, it }) =>
    reactsOn(it).flatMap(([react, reactors]) =>
      reactors.filter((one) => !isTaken(kind, react, one)).map(() => ({ row, react })),
    ),
  );
  return [...grouped(left, ({ react }) => react)].map(([react, rows]) => ({
    row: rows[0]!.row,
    what: `react ${react.slice(0, 60)}, ${rows.length === 1 ? 'once' : `${rows.length} times`}`,
    reason: reasonFor(react),
  }));
}

function isTaken(kind: 'post' | 'comment', react: string, reactor: Reactor): boolean {
  if (react === 'crux') return quotesOf(reactor).length > 0;
  return kind === 'comment' && kinds.has(react) && isGiven(reactor);
}

function reasonFor(react: string): string {
  if (/^\d+percent$/.test(react)) return 'A credence needs a card, and the file has none.';
  if (react === 'crux') return 'It names no words.';
  return kinds.has(react)
    ? 'Here one reacts to comments, and not to reactions.'
    : 'There is no such reaction here.';
}
