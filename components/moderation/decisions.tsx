import { TimeAgo } from '@/components/annotation/time-ago';
import type { LogEntry } from '@/lib/core/api/moderation';
import { entryWords } from './entry-words';

/** What was decided of one thing before. */
export function Decisions({ entries }: { entries: LogEntry[] }) {
  return (
    <section aria-label="Decided before" className="grid gap-1 border-rule border-t pt-4 text-ink-2 text-sm">
      {entries.map((entry) => (
        <p key={entry.id} className={entry.undoneBy ? 'text-ink-3 line-through' : ''}>
          <bdi>{entry.actor.name}</bdi> {entryWords(entry, true)} <TimeAgo at={entry.created} />
        </p>
      ))}
    </section>
  );
}
