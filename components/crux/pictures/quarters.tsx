import type { Quadrant } from '@/lib/core/crux/quadrant';
import type { Box } from './place-labels';

export const quarterNames: Record<Quadrant, string> = {
  'talk about this': 'Talk about this',
  'settled but vital': 'Settled but vital',
  'idle quarrel': 'Idle quarrel',
  park: 'Park',
};

/** Where each quarter says its name: in its outer corner. */
export const cornersOf = (room: Box) =>
  [
    ['talk about this', room.right - 8, room.top + 16, 'end'],
    ['settled but vital', room.left + 10, room.top + 16, 'start'],
    ['idle quarrel', room.right - 8, room.bottom - 8, 'end'],
    ['park', room.left + 10, room.bottom - 8, 'start'],
  ] as const;

/** The four parts of the picture, between lines that no label crosses. */
export function Quarters({ room, x, y }: { room: Box; x: number; y: number }) {
  return (
    <>
      <rect
        x={x}
        y={room.top}
        width={room.right - x}
        height={y - room.top}
        fill="var(--accent-soft)"
        opacity={0.55}
      />
      <path
        d={`M${x} ${room.top}V${room.bottom}M${room.left} ${y}H${room.right}`}
        stroke="var(--rule-strong)"
        strokeDasharray="2 4"
        fill="none"
      />
      {cornersOf(room).map(([quadrant, left, top, anchor]) => (
        <text
          key={quadrant}
          x={left}
          y={top}
          textAnchor={anchor}
          fontSize={14}
          fontWeight={600}
          fill={quadrant === 'talk about this' ? 'var(--accent)' : 'var(--ink-3)'}
        >
          {quarterNames[quadrant]}
        </text>
      ))}
    </>
  );
}
