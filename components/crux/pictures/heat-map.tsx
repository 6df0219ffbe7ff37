import type { Route } from 'next';
import Link from 'next/link';
import { type ReactNode, useId } from 'react';
import { isFew } from '@/components/crux/figure';
import { ScrollBox } from '@/components/ui/scroll-box';
import type { PeopleByCards } from '@/lib/core/api/pictures';
import { summariseCredences } from '@/lib/core/crux/contested';
import { tenth } from './axis';
import { credenceColour } from './credence-colour';
import { SvgLines } from './svg-lines';
import { Unspoken } from './unspoken';
import { wrapWords } from './wrap-words';

interface Props {
  map: PeopleByCards;
  /** Path of the cards. */
  path: string;
  viewer: string | null;
  /** Letter of each person's opinion group, where there are such. */
  letters: ReadonlyMap<string, string>;
  size: { label: number; lines: number; row: number };
  /** The statements stay where they are while the people scroll. */
  isSplit?: boolean;
}

/** Room for names, written upwards, and for letters below them. */
const head = { names: 104, letters: 18 };
const fontSize = 12;

/** Narrow enough that a large group still finds room; below `wide` a cell has no number. */
const cellWidth = (people: number) => (people <= 20 ? 34 : people <= 40 ? 25 : 14);
const wide = 22;

/** Credences of people (columns) in cards (rows): who answers alike stands side by side. */
export function HeatMap({ isSplit = false, ...props }: Props) {
  const { people, cards } = props.map;
  const { label, row } = props.size;
  const cell = cellWidth(people.length);
  const top = head.names + (props.letters.size > 0 ? head.letters : 0);
  const right = label + people.length * cell;
  const drawn = { ...props, cell, top, right };
  const [width, height] = [right + 62, top + cards.length * row + 4];
  if (!isSplit)
    return (
      <Drawing people={people.length} cards={cards.length} box={[0, width]} height={height} isSaved>
        <Statements {...drawn} />
        <Cells {...drawn} />
      </Drawing>
    );
  return (
    <div className="flex pb-2 sm:hidden">
      <svg
        viewBox={`0 0 ${label} ${height}`}
        width={label}
        height={height}
        role="group"
        aria-label="Cards"
        className="shrink-0"
      >
        <Statements {...drawn} />
      </svg>
      <ScrollBox label="People and cards" className="sideways min-w-0">
        <Drawing people={people.length} cards={cards.length} box={[label, width - label]} height={height}>
          <Cells {...drawn} />
        </Drawing>
      </ScrollBox>
    </div>
  );
}

interface DrawingProps {
  people: number;
  cards: number;
  /** What of its width is shown: from where, and how much. */
  box: [left: number, width: number];
  height: number;
  isSaved?: boolean;
  children: ReactNode;
}

function Drawing({ people, cards, box: [left, width], height, isSaved, children }: DrawingProps) {
  const id = useId();
  return (
    <svg
      {...(isSaved && { 'data-picture': true })}
      viewBox={`${left} 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-labelledby={`${id}-title ${id}-desc`}
      className="max-w-none"
    >
      <title id={`${id}-title`}>Answers of people to cards</title>
      <desc id={`${id}-desc`}>
        {`${people} people and ${cards} cards, those who answer alike side by side. The table has every number.`}
      </desc>
      {children}
    </svg>
  );
}

interface PartProps extends Omit<Props, 'isSplit'> {
  cell: number;
  top: number;
  right: number;
}

function Statements({ map, path, size, top }: PartProps) {
  return map.cards.map(({ id, number, statement }, row) => (
    <Statement
      key={id}
      statement={statement}
      href={`${path}/${number}`}
      y={top + row * size.row}
      size={size}
    />
  ));
}

function Cells({ map: { people, cards, cells }, viewer, letters, size, cell, top, right }: PartProps) {
  const own = people.findIndex((person) => person.id === viewer);
  return (
    <Unspoken>
      <Names people={people} viewer={viewer} letters={letters} cell={cell} left={size.label} />
      <text x={right + 10} y={top - 6} fontSize={11} fill="var(--ink-3)">
        mean
      </text>
      {cards.map(({ id: card }, row) => {
        const y = top + row * size.row;
        const given = cells.map((ofPerson) => ofPerson[row] ?? null);
        return (
          <g key={card}>
            {people.map((person, column) => (
              <Cell
                key={person.id}
                credence={given[column] ?? null}
                at={{ x: size.label + column * cell, y, width: cell, height: size.row }}
              />
            ))}
            <Mean given={given} x={right + 10} y={y + size.row / 2 + 4} />
          </g>
        );
      })}
      {own >= 0 && (
        <rect
          x={size.label + own * cell - 0.5}
          y={top - 1}
          width={cell}
          height={cards.length * size.row + 1}
          fill="none"
          stroke="var(--ink)"
          strokeWidth={1.5}
          rx={2}
        />
      )}
    </Unspoken>
  );
}

interface NamesProps extends Pick<Props, 'viewer' | 'letters'> {
  people: PeopleByCards['people'];
  cell: number;
  left: number;
}

function Names({ people, viewer, letters, cell, left }: NamesProps) {
  return people.map(({ id, name }, column) => {
    const x = tenth(left + (column + 0.5) * cell);
    const isOwn = id === viewer;
    const short = wrapWords(isOwn ? 'You' : name, { width: head.names * 1.15, fontSize, lines: 1 })[0];
    return (
      <g
        key={id}
        fontSize={fontSize}
        fill={isOwn ? 'var(--ink)' : 'var(--ink-2)'}
        fontWeight={isOwn ? 600 : 400}
      >
        <text x={x + 4} y={head.names - 5} transform={`rotate(-60 ${x + 4} ${head.names - 5})`}>
          {short}
          <title>{name}</title>
        </text>
        {letters.has(id) && (
          <text x={x} y={head.names + 11} textAnchor="middle" fontSize={11} fill="var(--ink-3)">
            {letters.get(id)}
          </text>
        )}
      </g>
    );
  });
}

interface StatementProps extends Pick<Props, 'size'> {
  statement: string;
  href: string;
  y: number;
}

function Statement({ statement, href, y, size: { label, lines, row } }: StatementProps) {
  const wrapped = wrapWords(statement, { width: label - 12, fontSize, lines });
  const first = y + row / 2 + 4 - ((wrapped.length - 1) * (fontSize + 1)) / 2;
  // A line or two lean on their cells; more are read from their beginning.
  const leans = lines <= 2;
  const x = leans ? label - 10 : 0;
  return (
    <Link href={href as Route} prefetch={false}>
      <title>{statement}</title>
      <rect y={y} width={label - 4} height={row - 1} fill="transparent" />
      <text x={x} textAnchor={leans ? 'end' : 'start'} fontSize={fontSize} fill="var(--ink)">
        <SvgLines lines={wrapped} x={x} y={first} step={fontSize + 1} />
      </text>
    </Link>
  );
}

interface CellProps {
  credence: number | null;
  at: { x: number; y: number; width: number; height: number };
}

function Cell({ credence, at: { x, y, width, height } }: CellProps) {
  const [middle, line] = [x + (width - 1) / 2, y + height / 2 + 4];
  if (credence === null)
    return (
      <text x={middle} y={line - 1} textAnchor="middle" fontSize={11} fill="var(--rule-strong)">
        ·
      </text>
    );
  return (
    <>
      <rect x={x} y={y} width={width - 1} height={height - 1} rx={2} fill={credenceColour(credence)} />
      {width >= wide && (
        <text x={middle} y={line} textAnchor="middle" fontSize={11} fill="var(--ink)">
          {credence}
        </text>
      )}
    </>
  );
}

function Mean({ given, x, y }: { given: readonly (number | null)[]; x: number; y: number }) {
  const { n, mean } = summariseCredences(given);
  const isKnown = mean !== null && !isFew(n);
  return (
    <text x={x} y={y} fontSize={isKnown ? fontSize : 11} fill={isKnown ? 'var(--ink-2)' : 'var(--ink-3)'}>
      {isKnown ? Math.round(mean) : 'few'}
    </text>
  );
}
