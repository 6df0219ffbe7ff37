import type { Route } from 'next';
import Link from 'next/link';
import { counted } from '@/components/agreement/measures';
import { figure } from '@/components/crux/figure';
import { percent } from '@/components/crux/positions/percent';
import { ScrollBox } from '@/components/ui/scroll-box';
import type { PeopleByCards } from '@/lib/core/api/pictures';
import { HeatMap } from './heat-map';
import { Picture } from './picture';
import type { TableData } from './picture-table';

interface Props {
  group: { slug: string; name: string };
  map: PeopleByCards;
  viewer: string | null;
}

/** Who answers alike, and on what. */
export function HeatMapView({ group, map, viewer }: Props) {
  const { people, cards, cells, blind, more, explained } = map;
  const path = `/g/${group.slug}/cards`;
  if (cards.length === 0)
    return (
      <p className="max-w-prose py-6 text-ink-2">
        {blind > 0 ? (
          <>
            Answer first, then see what the others believe: {counted(blind, 'card waits', 'cards wait')} for
            you <Link href={path as Route}>on the board</Link>.
          </>
        ) : (
          'Nothing to draw yet: nobody has answered these cards with a number.'
        )}
      </p>
    );
  const answers = cells.flat().filter((credence) => credence !== null).length;
  const drawn = { map, path, viewer, letters: lettersOf(map) };
  return (
    <Picture
      name={`${group.slug}-heat-map`}
      title={`Who believes what: ${group.name}`}
      reading={
        <>
          Each number is an answer in percent: blue believes, orange doubts. People who answer alike stand
          side by side, and so do cards
          {cards.length > 2 &&
            `; the order accounts for ${percent(Math.round(explained * 100))} of all differences`}
          . {blind > 0 && `${counted(blind, 'card comes', 'cards come')} in once you have answered. `}
          {more > 0 &&
            `${counted(more, 'more card has', 'more cards have')} no room here: filters find them.`}
        </>
      }
      note={`${counted(people.length, 'person', 'people')}, ${counted(cards.length, 'card', 'cards')}, ${counted(answers, 'answer', 'answers')}`}
      table={tableOf(path, map)}
    >
      <ScrollBox label="People and cards" className="sideways pb-2 max-sm:hidden">
        <HeatMap {...drawn} size={{ label: 410, lines: 2, row: 32 }} />
      </ScrollBox>
      <HeatMap {...drawn} size={{ label: 152, lines: 3, row: 45 }} isSplit />
      <Groups map={map} />
    </Picture>
  );
}

/** A for the greatest group, and so on. */
function lettersOf({ groups }: PeopleByCards): Map<string, string> {
  if (groups.kind !== 'groups') return new Map();
  return new Map(
    groups.groups.flatMap((group, i) => group.map((id) => [id, String.fromCharCode(65 + i)] as const)),
  );
}

/** What is known of opinion groups, never without how clear they are. */
function Groups({ map: { groups } }: Pick<Props, 'map'>) {
  return <p className="max-w-prose text-ink-2 text-sm">{groupWords(groups)}</p>;
}

function groupWords(groups: PeopleByCards['groups']): string {
  switch (groups.kind) {
    case 'too-little-data':
      return `No opinion groups: they take ${groups.needed.people} people who answered ${groups.needed.cards} shared cards each; so far ${groups.people === 0 ? 'nobody has' : counted(groups.people, 'person has', 'people have')}.`;
    case 'no-clear-groups':
      return `No opinion groups: people do not fall into clear ones (silhouette ${figure(groups.silhouette)}; from .25 on they would).`;
    case 'groups':
      return `${groups.groups.length} opinion groups (silhouette ${figure(groups.silhouette)}, of 1): ${groups.groups.map(({ length }, i) => `${String.fromCharCode(65 + i)} with ${counted(length, 'person', 'people')}`).join(', ')}. The letters stand below the names.`;
  }
}

const tableOf = (path: string, { people, cards, cells }: PeopleByCards): TableData => ({
  columns: [{ name: 'Statement' }, ...people.map(({ name }) => ({ name, isNumber: true }))],
  rows: cards.map(({ number, statement }, row) => ({
    href: `${path}/${number}`,
    cells: [statement, ...people.map((_, column) => cells[column]?.[row] ?? null)],
  })),
});
