import type { ListedEssay } from '@/lib/core/api/essays';
import { DueDate } from './due-date';

const count = (n: number, noun: string) => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;

/** How long, how much discussed, what is new, by when. */
export function EssayFacts({ essay }: { essay: ListedEssay }) {
  return (
    <p className="mt-2 flex flex-wrap gap-x-3 gap-y-1 text-ink-2 text-sm">
      <span>{Math.max(1, Math.round(essay.words / 230))} min</span>
      <span>{count(essay.annotations, 'annotation')}</span>
      {essay.unread > 0 && <span className="font-medium text-accent">{essay.unread} new</span>}
      {essay.due && <DueDate due={essay.due} />}
    </p>
  );
}
