import 'server-only';
import { type SearchFilter, searchAges } from '@/lib/core/api/search';

const day = 86_400_000;

/** What a filter says of time: begin, and end exclusive. */
export function timesOf({ since, from, to }: SearchFilter): [Date | null, Date | null] {
  const begins = [since && Date.now() - searchAges[since] * day, from && Date.parse(from)].filter(
    Number.isFinite,
  );
  return [
    begins.length > 0 ? new Date(Math.max(...(begins as number[]))) : null,
    to ? new Date(Date.parse(to) + day) : null,
  ];
}
