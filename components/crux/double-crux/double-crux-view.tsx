import type { Route } from 'next';
import Link from 'next/link';
import { Picture } from '@/components/crux/pictures/picture';
import type { TableData } from '@/components/crux/pictures/picture-table';
import { percent } from '@/components/crux/positions/percent';
import type { CardReference } from '@/lib/core/api/card-schemas';
import type { DoubleCruxes, FoundDoubleCrux } from '@/lib/core/api/pictures';
import { APART } from '@/lib/core/crux/double-crux';
import { meetingPlace } from '@/lib/core/crux/paired-thread';
import { GapPlot } from './gap-plot';
import { OpenThread } from './open-thread';

interface Props {
  group: { slug: string; name: string };
  viewer: string;
  result: DoubleCruxes;
}

/** More than anybody looks through; the table has all. */
const MOST = 40;

/** Where two people differ, and what would change both minds. */
export function DoubleCruxView({ group, viewer, result }: Props) {
  const { people, shared, found, needed } = result;
  const path = `/g/${group.slug}/cards`;
  const names = `${people[0].name} and ${people[1].name}`;
  const drawn = {
    people,
    path,
    shared: shared.slice(0, MOST),
    found: new Set(found.map(({ card }) => card.id)),
  };
  const best = found.find(meetingPlace);
  return (
    <div className="grid gap-8">
      <section aria-labelledby="found" className="grid gap-4">
        <h2 id="found" className="text-xl">
          {found.length === 0
            ? shared.length < needed
              ? 'Too little to go by'
              : 'No double crux yet'
            : `${found.length} double ${found.length === 1 ? 'crux' : 'cruxes'}`}
        </h2>
        <p role="status" className="max-w-prose text-ink-2">
          {state(result)}
        </p>
        <ul className="grid gap-4">
          {found.map((one) => (
            <Found
              key={`${one.card.id} ${one.target.id}`}
              group={group}
              viewer={viewer}
              people={people}
              path={path}
              found={one}
              isBest={one === best}
            />
          ))}
        </ul>
        <Missing result={result} viewer={viewer} path={path} />
      </section>
      {shared.length > 0 && (
        <Picture
          name={`${group.slug}-two-people`}
          title={`${names}: ${group.name}`}
          reading={`Each line is a card that both answered, the furthest apart first; from ${APART} points on it is drawn strong. A diamond marks a double crux.${shared.length > MOST ? ` The first ${MOST} are drawn.` : ''}`}
          note={`${shared.length} shared ${shared.length === 1 ? 'card' : 'cards'}`}
          table={tableOf(path, result)}
        >
          <GapPlot
            {...drawn}
            size={{ width: 900, label: 400, row: 34 }}
            className="max-w-5xl max-sm:hidden"
          />
          <GapPlot {...drawn} size={{ width: 350, label: 0, row: 58 }} className="sm:hidden" />
        </Picture>
      )}
    </div>
  );
}

function state({ people, shared, needed, found, blind }: DoubleCruxes): string {
  const waiting =
    blind === 0
      ? ''
      : ` ${blind} open ${blind === 1 ? 'card counts' : 'cards count'} only once you have answered.`;
  const answered = `Both answered ${shared.length} ${shared.length === 1 ? 'card' : 'cards'}`;
  if (shared.length < needed)
    return `${answered}. With fewer than ${needed}, a difference between ${people[0].name} and ${people[1].name} may be chance.${waiting}`;
  if (found.length > 0)
    return `Cards on which they lie ${APART} points or more apart, and that would move both of them. ${answered}.${waiting}`;
  return `${answered}. On none of them do they lie ${APART} points or more apart and both say that it would move them.${waiting}`;
}

interface FoundProps extends Pick<Props, 'group' | 'viewer'> {
  people: DoubleCruxes['people'];
  path: string;
  found: FoundDoubleCrux;
  /** The first that a thread can begin with. */
  isBest: boolean;
}

const points = (swing: number) => Math.round(swing * 100);

function Found({ group, viewer, people, path, found, isBest }: FoundProps) {
  const { card, target, credences, swings } = found;
  return (
    <li className="grid gap-3 rounded-lg border border-rule bg-raised p-5">
      <h3 className="text-lg leading-snug" dir="auto">
        <Link
          href={`${path}/${card.number}` as Route}
          prefetch={false}
          className="no-underline hover:underline"
        >
          {card.statement}
        </Link>
      </h3>
      <p className="text-ink-2 text-sm">
        To settle it would move both on <CardLink path={path} card={target} />
      </p>
      <dl className="grid gap-x-4 gap-y-1 text-sm tabular-nums sm:grid-cols-[auto_1fr]">
        {people.map(({ id, name }, i) => (
          <div key={id} className="contents">
            <dt className="font-medium">
              <bdi>{name}</bdi>
            </dt>
            <dd className="text-ink-2">
              believes it at {percent(credences[i] ?? null)}, and would move {points(swings[i] ?? 0)} points
            </dd>
          </div>
        ))}
      </dl>
      <OpenThread
        group={group.slug}
        viewer={viewer}
        people={people}
        found={found}
        look={isBest ? 'primary' : 'outline'}
      />
    </li>
  );
}

function Missing({
  result: { people, missing },
  viewer,
  path,
}: Pick<Props, 'result' | 'viewer'> & { path: string }) {
  if (missing.length === 0) return null;
  const nameOf = (id: string) => (id === viewer ? 'You' : people.find((person) => person.id === id)?.name);
  return (
    <section aria-labelledby="missing" className="grid gap-2">
      <h3 id="missing" className="font-medium font-ui text-base">
        More could be found
      </h3>
      <ul className="grid gap-1.5 text-ink-2 text-sm">
        {missing.slice(0, 6).map(({ person, card, target, what }) => (
          <li key={`${person} ${card.id} ${target.id}`}>
            <bdi className="font-medium text-ink">{nameOf(person)}</bdi> {person === viewer ? 'have' : 'has'}{' '}
            {what === 'conditional' ? (
              <>
                not said what “<CardLink path={path} card={card} />” would mean for “
                <CardLink path={path} card={target} />
                ”.
              </>
            ) : (
              <>
                given no number on “<CardLink path={path} card={target} />
                ”, which hangs on “<CardLink path={path} card={card} />
                ”.
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function CardLink({ path, card }: { path: string; card: CardReference }) {
  return (
    <Link href={`${path}/${card.number}` as Route} prefetch={false} className="underline" dir="auto">
      {card.statement}
    </Link>
  );
}

function tableOf(path: string, { people, shared, found }: DoubleCruxes): TableData {
  const doubles = new Set(found.map(({ card }) => card.id));
  return {
    columns: [
      { name: 'Statement' },
      { name: 'Card', isNumber: true },
      { name: people[0].name, isNumber: true },
      { name: people[1].name, isNumber: true },
      { name: 'Apart', isNumber: true },
      { name: 'Double crux' },
    ],
    rows: shared.map(({ card, credences: [a, b] }) => ({
      href: `${path}/${card.number}`,
      cells: [card.statement, card.number, a, b, Math.abs(a - b), doubles.has(card.id) ? 'yes' : null],
    })),
  };
}
