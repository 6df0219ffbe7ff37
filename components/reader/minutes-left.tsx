'use client';

import { useSyncExternalStore } from 'react';
import { readingMinutes } from '@/lib/core/essay/reading-time';
import { useReaderStore } from './reader-store';

export function MinutesLeft() {
  const { place, reading } = useReaderStore();
  const minutes = () => {
    const left = reading.essay.words * (1 - place.get().from);
    return place.get().to >= 1 ? 0 : readingMinutes(left);
  };
  const left = useSyncExternalStore(place.subscribe, minutes, () => readingMinutes(reading.essay.words));
  return <span className="reader-minutes">{left === 0 ? 'At the end' : `${left} min left`}</span>;
}
