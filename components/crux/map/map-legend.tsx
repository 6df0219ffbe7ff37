import type { ReactNode } from 'react';
import { credenceColour } from '@/components/crux/pictures/credence-colour';
import type { MapRelation } from '@/lib/core/api/pictures';
import { type ArrowForm, arrowForms, arrowWidth } from './arrow-forms';
import { Belief } from './map-node';

/** What discs, rings and lines of a map mean; of the arrows, those that are on it. */
export function MapLegend({ relations }: { relations: readonly MapRelation[] }) {
  const types = new Set(relations.map(({ type }) => type));
  const arrows = Object.entries(arrowForms).filter(([type]) => types.has(type as keyof typeof arrowForms));
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-5 gap-y-1 text-ink-2 text-xs">
      <Entry words="mean answer, from doubt to belief" width={56}>
        {[0, 25, 50, 75, 100].map((credence, i) => (
          <circle key={credence} cx={6 + i * 11} cy={8} r={5} fill={credenceColour(credence)} />
        ))}
      </Entry>
      <Entry words="the wider the ring, the wider the spread" width={38}>
        {[10, 45].map((spread, i) => (
          <g key={spread} transform={`translate(${8 + i * 21} 8) scale(0.36)`}>
            <Belief belief={{ mean: 50, spread }} isBare />
          </g>
        ))}
      </Entry>
      <Entry words="few answers, or answer first" width={18}>
        <g transform="translate(9 8) scale(0.5)">
          <Belief belief={null} isBare />
        </g>
      </Entry>
      {types.has('crux-for') && (
        <Entry words="the wider, the more rests on it" width={50}>
          {[0, 0.5].map((load, i) => (
            <path
              key={load}
              d={`M${1 + i * 26} 8h22`}
              stroke={arrowForms['crux-for'].colour}
              strokeWidth={arrowWidth(load)}
              opacity={0.85}
            />
          ))}
        </Entry>
      )}
      {arrows.map(([type, form]) => (
        <Entry key={type} words={form.word} width={46}>
          <Arrow {...form} />
        </Entry>
      ))}
    </ul>
  );
}

interface EntryProps {
  words: string;
  /** Of the sample, in pixels. */
  width: number;
  children: ReactNode;
}

function Entry({ words, width, children }: EntryProps) {
  return (
    <li className="flex items-center gap-1.5">
      <svg aria-hidden="true" viewBox={`0 0 ${width} 16`} width={width} height={16} className="shrink-0">
        {children}
      </svg>
      {words}
    </li>
  );
}

function Arrow({ colour, dash, head, isOpen }: ArrowForm) {
  return (
    <>
      <path d="M1 8h34" stroke={colour} strokeWidth={1.5} strokeDasharray={dash} />
      <path
        d={head}
        transform="translate(33 2) scale(1.2)"
        fill={isOpen ? 'none' : colour}
        stroke={colour}
        strokeWidth={isOpen ? 1.6 : 0}
      />
    </>
  );
}
