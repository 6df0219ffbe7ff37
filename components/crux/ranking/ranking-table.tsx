import type { Route } from 'next';
import Link from 'next/link';
import { figure, isFew, priorityFigure } from '@/components/crux/figure';
import { KindChip } from '@/components/crux/kind-chip';
import type { CardSort, ListedCard } from '@/lib/core/api/cards';
import type { Tag } from '@/lib/core/api/groups';
import { type BoardAddress, boardSearch } from '@/lib/core/crux/board-address';
import { RankingLegend } from './ranking-legend';
import { RankingStrip } from './ranking-strip';

interface Props {
  group: { slug: string; tags: readonly Tag[] };
  cards: readonly ListedCard[];
  address: BoardAddress;
}

const columns: [sort: CardSort | null, name: string, isNumber: boolean][] = [
  [null, 'Rank', true],
  ['number', 'Statement', false],
  ['contested', 'Contested', true],
  ['load', 'Load', true],
  ['resolves', 'Resolves', true],
  ['priority', 'Priority', true],
  ['n', 'n', true],
  ['k', 'k', true],
  [null, 'Credences', false],
];

/** The open cards in order of what is most worth talking about, with all that the order comes from. */
export function RankingTable({ group, cards, address }: Props) {
  const ranked = cards.filter(({ ranking }) => ranking !== null);
  if (ranked.length === 0)
    return <p className="py-6 text-ink-2">Nothing to rank: only proposed and open cards have a rank.</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keys, too */}
      <section aria-label="Ranking" tabIndex={0} className="sideways rounded-lg border border-rule">
        <table className="w-full text-sm tabular-nums">
          <thead className="bg-surface text-start">
            <tr>
              {columns.map(([sort, name, isNumber]) => (
                <th
                  key={name}
                  scope="col"
                  aria-sort={
                    sort === address.sort ? (sort === 'number' ? 'ascending' : 'descending') : undefined
                  }
                  className={`px-3 font-medium ${isNumber ? 'text-end' : 'text-start'}`}
                >
                  {sort ? <SortLink group={group.slug} address={address} sort={sort} name={name} /> : name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ranked.map((card) => (
              <RankingRow key={card.id} group={group} card={card} />
            ))}
          </tbody>
        </table>
      </section>
      <RankingLegend />
    </>
  );
}

/** What a column counts that a letter names. */
const letters: Record<string, string> = {
  n: 'Members who gave a credence',
  k: 'Members who said what would follow; the load rests on them',
};

interface SortProps {
  group: string;
  address: BoardAddress;
  sort: CardSort;
  name: string;
}

function SortLink({ group, address, sort, name }: SortProps) {
  return (
    <Link
      href={`/g/${group}/cards${boardSearch({ ...address, sort })}` as Route}
      replace
      scroll={false}
      prefetch={false}
      className={`inline-flex min-h-11 min-w-11 items-center gap-1 no-underline hover:underline ${sort === 'number' ? '' : 'flex-row-reverse'}`}
    >
      {name in letters ? <abbr title={letters[name]}>{name}</abbr> : name}
      <span aria-hidden="true" className={sort === address.sort ? 'text-accent' : 'invisible'}>
        {sort === 'number' ? '↑' : '↓'}
      </span>
    </Link>
  );
}

function RankingRow({ group, card }: Pick<Props, 'group'> & { card: ListedCard }) {
  const { ranking } = card;
  if (ranking === null) return null;
  const { rank, contested, load, resolves, n, k, estimated } = ranking;
  const estimate = estimated && <span className="block text-ink-3 text-xs">estimated</span>;
  return (
    <tr className="border-rule border-t align-top [&>td]:px-3 [&>td]:py-3">
      <td className="text-end">{rank}</td>
      <th scope="row" className="min-w-44 px-3 py-3 sm:min-w-64 text-start font-normal">
        <span className="mb-1 block">
          <KindChip kind={card.kind} tags={group.tags} />
        </span>
        <Link
          href={`/g/${group.slug}/cards/${card.number}` as Route}
          prefetch={false}
          className="wrap-anywhere flex min-h-6 items-center font-medium no-underline hover:underline pointer-coarse:min-h-11"
          dir="auto"
        >
          {card.statement}
        </Link>
      </th>
      <td className="text-end">{figure(n === 0 ? null : contested)}</td>
      <td className="text-end">
        {figure(load)}
        {estimate}
      </td>
      <td className="text-end">
        {figure(resolves)}
        {resolves !== null && resolves <= -0.005 && (
          <span className="block text-ink-3 text-xs">moves apart</span>
        )}
      </td>
      <td className="text-end font-medium">{priorityFigure(ranking)}</td>
      <td className="text-end">
        {n}
        {isFew(n) && <span className="block text-ink-3 text-xs">few</span>}
      </td>
      <td className="text-end">{k}</td>
      <td>
        <RankingStrip credences={card.credences} mine={card.mine} />
      </td>
    </tr>
  );
}
