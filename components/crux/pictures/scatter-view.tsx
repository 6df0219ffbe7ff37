import { isFew } from '@/components/crux/figure';
import type { ListedCard } from '@/lib/core/api/cards';
import { knownContested } from '@/lib/core/crux/low-priority';
import { quadrantOf } from '@/lib/core/crux/quadrant';
import { Picture } from './picture';
import type { TableData } from './picture-table';
import { Scatter, type ScatterCard } from './scatter';

interface Props {
  group: { slug: string; name: string };
  cards: readonly ListedCard[];
}

/** What to talk about: cards by how much people disagree on them and how much rests on them. */
export function ScatterView({ group, cards }: Props) {
  const ranked = cards
    .flatMap((card) => (card.ranking ? [{ ...card, ranking: card.ranking }] : []))
    .sort((a, b) => place(a) - place(b));
  const points = ranked.flatMap(
    ({ number, statement, ranking: { contested, load, n, estimated } }): ScatterCard[] =>
      load === null || n < 2
        ? []
        : [{ number, statement, contested, load, n, estimated, href: `/g/${group.slug}/cards/${number}` }],
  );
  const without = ranked.length - points.length;
  if (points.length === 0)
    return (
      <p className="max-w-prose py-6 text-ink-2">
        Nothing to draw yet. A card stands in this picture once two members have answered it with a number,
        and said what they would believe of another card if it were true.
      </p>
    );
  return (
    <Picture
      name={`${group.slug}-scatter`}
      title={`What to talk about: ${group.name}`}
      reading={
        <>
          To the right, people disagree more; upwards, more rests on the answer; both scales are stretched
          near 0. A hollow point has few answers.
          {without > 0 &&
            ` ${without === 1 ? 'One card is' : `${without} cards are`} left out: fewer than two have answered, or nobody has said what rests on ${without === 1 ? 'it' : 'them'}.`}
        </>
      }
      note={`${points.length} ${points.length === 1 ? 'card' : 'cards'}, ${points.reduce((sum, { n }) => sum + n, 0)} answers`}
      table={tableOf(group.slug, ranked)}
    >
      <Scatter
        cards={points}
        size={{ width: 880, height: 520, label: 420 }}
        className="max-w-5xl max-sm:hidden"
      />
      <Scatter cards={points} size={{ width: 350, height: 440, label: 220 }} className="sm:hidden" />
    </Picture>
  );
}

type Ranked = ListedCard & { ranking: NonNullable<ListedCard['ranking']> };

const place = ({ ranking }: Ranked) => ranking.rank ?? Number.MAX_SAFE_INTEGER;

const tableOf = (group: string, cards: readonly Ranked[]): TableData => ({
  columns: [
    { name: 'Statement' },
    { name: 'Card', isNumber: true },
    { name: 'Contested', isNumber: true },
    { name: 'Load', isNumber: true },
    { name: 'Quarter' },
    { name: 'Answers', isNumber: true },
    { name: 'Remark' },
  ],
  rows: cards.map(({ number, statement, ranking }) => {
    const { load, n, estimated } = ranking;
    const contested = knownContested(ranking);
    return {
      href: `/g/${group}/cards/${number}`,
      cells: [
        statement,
        number,
        contested === null ? null : round(contested),
        load === null ? null : round(load),
        load === null || contested === null ? null : quadrantOf({ contested, load }),
        n,
        [isFew(n) && 'few answers', estimated && 'load estimated'].filter(Boolean).join(', ') || null,
      ],
    };
  }),
});

const round = (value: number) => Number(value.toFixed(3));
