'use client';

import { TimeAgo } from '@/components/annotation/time-ago';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import type { LogEntry } from '@/lib/core/api/moderation';
import { decisionVerbs } from '@/lib/core/moderation/standing';
import { entryWords } from './entry-words';

interface Props {
  group: string;
  entries: LogEntry[];
  /** Moderators can take a decision back. */
  moderates: boolean;
}

/** What moderators did, newest first. */
export function LogList({ group, entries, moderates }: Props) {
  const { error, change, pending } = useChange();
  const undo = (entry: string) =>
    change(() => api('POST /groups/{group}/moderation/log/{entry}/undo', { params: { group, entry } }));
  if (entries.length === 0)
    return (
      <p className="rounded-lg border border-rule bg-surface px-6 py-12 text-center text-ink-2">
        Moderators have not decided anything yet. Whatever they do is listed here, with the reason.
      </p>
    );
  const latest = new Set<string | null>();
  const isLatest = ({ subject }: LogEntry) => !latest.has(subject) && latest.add(subject);
  return (
    <div className="grid gap-3">
      <Refusal error={error} />
      <ol className="grid divide-y divide-rule rounded-lg border border-rule bg-paper">
        {entries.map((entry) => {
          const mayUndo =
            isLatest(entry) &&
            moderates &&
            !entry.undoneBy &&
            decisionVerbs.some((one) => one === entry.verb);
          return (
            <li key={entry.id} className="grid gap-1 px-4 py-3">
              <p className="wrap-anywhere">
                <bdi className="font-medium">{entry.actor.name}</bdi> {entryWords(entry)}
                {entry.undoneBy && <span className="text-ink-3"> (taken back)</span>}
              </p>
              {entry.excerpt && (
                <p className="wrap-anywhere line-clamp-2 text-ink-2 text-sm" dir="auto">
                  {entry.excerpt}
                </p>
              )}
              {entry.note && <p className="wrap-anywhere text-ink-3 text-sm">“{entry.note}”</p>}
              <div className="flex min-h-8 items-center justify-between gap-4">
                <TimeAgo at={entry.created} />
                {mayUndo && (
                  <Button
                    look="quiet"
                    size="sm"
                    className="-me-3"
                    disabled={pending}
                    onClick={() => void undo(entry.id)}
                  >
                    Take back
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
