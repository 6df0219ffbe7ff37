import type { ListedEssay } from '@/lib/core/api/essays';
import { daysUntil } from './due-date';

/** What the group reads now: of several essays, the one that is due next. */
export function nowReading(essays: ListedEssay[], now: number): ListedEssay | null {
  const coming = essays.filter(({ due }) => due !== null && daysUntil(due, now) >= 0);
  const [next] = coming.sort((a, b) => a.due!.localeCompare(b.due!) || a.position - b.position);
  return essays.length > 1 && next ? next : null;
}
