import { UnreadCount } from '@/components/ui/unread-count';
import type { ListedEssay } from '@/lib/core/api/essays';
import { readingTime } from '@/lib/core/essay/reading-time';
import { DueDate } from './due-date';

const count = (n: number, noun: string) => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;

/** By whom, how long, how much discussed, what is unread, by when. */
export function EssayFacts({ essay }: { essay: ListedEssay }) {
  return (
    <>
      {essay.authors.length > 0 && (
        <p className="mt-0.5 truncate text-ink-2 text-sm">
          <bdi>{essay.authors.join(', ')}</bdi>
        </p>
      )}
      <p className="mt-2 flex flex-wrap gap-x-3 gap-y-1 text-ink-2 text-sm">
        <span>{readingTime(essay.words)}</span>
        <span>{count(essay.annotations, 'annotation')}</span>
        <UnreadCount count={essay.unread} />
        {essay.due && <DueDate due={essay.due} />}
      </p>
    </>
  );
}
