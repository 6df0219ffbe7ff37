'use client';

import { useSyncExternalStore } from 'react';
import type { OutlineEntry } from '@/lib/core/essay/outline';
import { useReaderStore } from './reader-store';

/** The headings of the text; the section being read is marked. */
export function Outline({ entries }: { entries: readonly OutlineEntry[] }) {
  const { place } = useReaderStore();
  const section = () => entries.findLastIndex(({ ordinal }) => ordinal <= place.get().reading);
  const current = useSyncExternalStore(place.subscribe, section, () => -1);
  const top = Math.min(...entries.map(({ level }) => level));
  return (
    <ol className="reader-outline">
      {entries.map(({ ordinal, level, anchor, text }, index) => (
        <li key={ordinal} style={{ paddingInlineStart: `${Math.min(level - top, 3) * 0.8}rem` }}>
          <a href={`#${anchor}`} dir="auto" aria-current={index === current ? 'location' : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ol>
  );
}
