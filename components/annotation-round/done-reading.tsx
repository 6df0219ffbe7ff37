'use client';

import { onDemand } from '@/components/reader/on-demand';

/** `RoundDone` in the essay, where its code comes for those alone who read in a round. */
export const DoneReading = onDemand(async () => (await import('./round-done')).RoundDone);
