import type { Route } from 'next';
import Link from 'next/link';
import { figure, isFew, priorityFigure, priorityRemark } from '@/components/crux/figure';
import { KindChip } from '@/components/crux/kind-chip';
import type { CardSort, ListedCard, Ranking } from '@/lib/core/api/cards';
import type { Tag } from '@/lib/core/api/groups';
import { type BoardAddress, boardSearch } from '@/lib/core/crux/board-address';
import { knownContested } from '@/lib/core/crux/low-priority';
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
          <thead className="bg-surface text-start max-sm:hidden">
            <tr>
              {columns.map(([sort, name, isNumber]) => (
                <th
                  key={name}
                  scope="col"
                  aria-sort={
                    sort === address.sort ? (sort === 'number' ? 'ascending' : 'descending') : undefined
                  }
                  className={`px-2 font-medium lg:px-3 ${isNumber ? 'text-end' : 'text-start'}`}
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
const letters: Record<string, { short: string; long: string }> = {
  n: { short: 'n: answers', long: 'Members who answered with a number' },
  k: { short: 'k: beliefs', long: 'Members who said what would follow; the load rests on them' },
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
      {name in letters ? <abbr title={letters[name]?.long}>{name}</abbr> : name}
      <span aria-hidden="true" className={sort === address.sort ? 'text-accent' : 'invisible'}>
        {sort === 'number' ? '↑' : '↓'}
      </span>
    </Link>
  );
}

function RankingRow({ group, card }: Pick<Props, 'group'> & { card: ListedCard }) {
  if (card.ranking === null) return null;
  const figures = figuresOf(card.ranking);
  return (
    <tr className="border-rule border-t align-top first:max-sm:border-t-0 [&>*]:px-2 [&>*]:py-3 lg:[&>*]:px-3">
      <td className="max-sm:w-8 max-sm:text-ink-3 sm:text-end">{card.ranking.rank ?? figure(null)}</td>
      <th scope="row" className="text-start font-normal sm:min-w-60">
        <span className="mb-1 flex flex-wrap items-center gap-x-4 gap-y-1">
          <KindChip kind={card.kind} tags={group.tags} />
          <RankingStrip credences={card.credences} mine={card.mine} />
        </span>
        <Link
          href={`/g/${group.slug}/cards/${card.number}` as Route}
          prefetch={false}
          className="wrap-anywhere flex min-h-6 items-center font-medium no-underline hover:underline pointer-coarse:min-h-11"
          dir="auto"
        >
          {card.statement}
        </Link>
        <dl className="mt-3 grid grid-cols-3 gap-x-3 gap-y-2 sm:hidden">
          {figures.map(({ name, value, remark }) => (
            <div
              key={name}
              className={name === 'Priority' && card.ranking?.rank === null ? 'order-last col-span-full' : ''}
            >
              <dt className="text-ink-3 text-xs">{name in letters ? letters[name]?.short : name}</dt>
              <dd className={name === 'Priority' ? 'font-medium' : ''}>
                {value}
                {remark && <span className="ms-1 font-normal text-ink-3 text-xs">{remark}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </th>
      {figures.map(({ name, value, remark }) => (
        <td key={name} className={`text-end max-sm:hidden ${name === 'Priority' ? 'font-medium' : ''}`}>
          {value}
          {remark && <span className="block font-normal text-ink-3 text-xs">{remark}</span>}
        </td>
      ))}
    </tr>
  );
}

/** In the order of the columns. */
function figuresOf(ranking: Ranking): { name: string; value: string; remark?: string | false | null }[] {
  const { load, resolves, n, k, estimated } = ranking;
  const isApart = resolves !== null && resolves <= -0.005;
  return [
    { name: 'Contested', value: figure(knownContested(ranking)) },
    { name: 'Load', value: figure(load), remark: estimated && 'estimated' },
    { name: 'Resolves', value: figure(resolves), remark: isApart && 'moves apart' },
    { name: 'Priority', value: priorityFigure(ranking), remark: priorityRemark(ranking) },
    { name: 'n', value: String(n), remark: n > 0 && isFew(n) && 'few' },
    { name: 'k', value: String(k) },
  ];
}
