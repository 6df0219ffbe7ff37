'use client';

import { useSyncExternalStore } from 'react';
import { readingMinutes } from '@/lib/core/essay/reading-time';
import { useReaderStore } from './reader-store';

export function MinutesLeft() {
  const { place, reading } = useReaderStore();
  const minutes = () => {
    const { from, to } = place.get();
    return from > 0 && to >= 1 ? 0 : readingMinutes(reading.essay.words * (1 - from));
  };
  const left = useSyncExternalStore(place.subscribe, minutes, () => readingMinutes(reading.essay.words));
  return <span className="reader-minutes">{left === 0 ? 'At the end' : `${left} min left`}</span>;
}
