import type { QueueItem } from '@/lib/core/api/moderation';
import { appeal, reasonName } from '@/lib/core/moderation/reasons';
import { triggerNames } from './subject-words';

/** Why it is here, in as few words as say it. */
export function TriggerChips({ item: { triggers, flags } }: { item: Pick<QueueItem, 'triggers' | 'flags'> }) {
  const raised = flags.filter(({ reason }) => reason !== appeal);
  const why = [...new Set(raised.map(({ reason }) => reasonName(reason)))].join(', ');
  return (
    <span className="flex flex-wrap gap-1">
      {triggers.map((trigger) => (
        <span
          key={trigger}
          className={`rounded-full px-2 py-0.5 font-medium text-xs forced-colors:border ${trigger === 'flagged' ? 'bg-danger-soft text-danger' : 'bg-sunken text-ink-2'}`}
        >
          {trigger === 'flagged'
            ? `${why}${raised.length > 1 ? ` · ${raised.length} flags` : ''}`
            : triggerNames[trigger]}
        </span>
      ))}
    </span>
  );
}
