'use client';

import { useSyncExternalStore } from 'react';
import { readingTime } from '@/lib/core/essay/reading-time';
import { useReaderStore } from './reader-store';

export function MinutesLeft() {
  const { place, reading } = useReaderStore();
  const { words } = reading.essay;
  const left = () => {
    const { from, to } = place.get();
    return from > 0 && to >= 1 ? 'At the end' : `${readingTime(words * (1 - from))} left`;
  };
  const before = () => `${readingTime(words)} left`;
  return <span className="reader-minutes">{useSyncExternalStore(place.subscribe, left, before)}</span>;
}
