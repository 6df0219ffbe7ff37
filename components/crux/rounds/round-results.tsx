import type { Route } from 'next';
import Link from 'next/link';
import { percent } from '@/components/crux/positions/percent';
import { RankingStrip } from '@/components/crux/ranking/ranking-strip';
import type { RoundCard } from '@/lib/core/api/rounds';
import { summariseCredences } from '@/lib/core/crux/contested';

interface Props {
  /** Slug. */
  group: string;
  items: readonly RoundCard[];
  isClosed: boolean;
}

/** What people believed before a round and believe since, a row for each card. */
export function RoundResults({ group, items, isClosed }: Props) {
  return (
    <section aria-labelledby="results" className="grid gap-4">
      <h2 id="results" className="text-xl">
        Before and {isClosed ? 'after' : 'now'}
      </h2>
      <ol className="grid gap-3">
        {items.map((item) => (
          <li key={item.card.id} className="grid gap-2 rounded-lg border border-rule bg-raised p-4">
            <Link
              href={`/g/${group}/cards/${item.card.number}` as Route}
              prefetch={false}
              className="wrap-anywhere font-medium no-underline hover:underline"
              dir="auto"
            >
              {item.card.statement}
            </Link>
            <p className="text-ink-3 text-sm">
              {answered(item.people)}
              {item.isAnswered && ` · you: ${own(item)}`}
            </p>
            <Strips item={item} isClosed={isClosed} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const answered = (people: number) =>
  people === 0 ? 'Nobody has answered yet' : `${people} ${people === 1 ? 'person' : 'people'} answered`;

function own({ mine: { before, after } }: RoundCard): string {
  return before === null || before === after ? percent(after) : `${percent(before)} → ${percent(after)}`;
}

function Strips({ item, isClosed }: { item: RoundCard; isClosed: boolean }) {
  const { before, after, mine, people } = item;
  if (before === null || after === null)
    return (
      <p className="text-ink-2 text-sm">
        {/* What a card was merged into was not asked itself. */}
        {isClosed
          ? 'Answer on the card’s page, then see what the others believe.'
          : 'Others’ answers stand here after yours, or when it closes.'}
      </p>
    );
  return (
    <dl className="grid grid-cols-[auto_auto_1fr] items-center gap-x-2 gap-y-1 text-ink-2 text-sm sm:gap-x-3">
      <Strip name="Before" credences={before} mine={mine.before} />
      {people > 0 && <Strip name={isClosed ? 'After' : 'Now'} credences={after} mine={mine.after} />}
    </dl>
  );
}

function Strip({ name, credences, mine }: { name: string; credences: number[]; mine: number | null }) {
  const { mean, spread } = summariseCredences(credences);
  return (
    <>
      <dt>{name}</dt>
      <dd className="flex">
        <RankingStrip credences={credences} mine={mine} />
      </dd>
      <dd className="tabular-nums max-sm:text-xs">
        {mean !== null &&
          spread !== null &&
          `mean ${percent(Math.round(mean))}, spread ${Math.round(spread)}`}
      </dd>
    </>
  );
}
