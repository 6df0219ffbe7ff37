import { FileText, Link2, MessageCircleQuestionMark, MessageSquare, StickyNote } from 'lucide-react';
import { TimeAgo } from '@/components/annotation/time-ago';
import type { QueueItem } from '@/lib/core/api/moderation';
import { plainWords } from './subject-words';
import { TriggerChips } from './trigger-chips';

const icons = {
  annotation: StickyNote,
  reply: MessageSquare,
  card: FileText,
  position: MessageCircleQuestionMark,
  relation: Link2,
};

interface Props {
  items: readonly QueueItem[];
  current: string;
  /** Ids of those that the next decision is about, if there are any. */
  marked: ReadonlySet<string>;
  onOpen: (id: string) => void;
  onToggle: (id: string) => void;
}

/** All that waits, longest first. On a phone there is one thing at a time instead. */
export function QueueList({ items, current, marked, onOpen, onToggle }: Props) {
  return (
    <ul className="grid divide-y divide-rule overflow-hidden rounded-lg border border-rule bg-paper max-md:hidden md:sticky md:top-4 md:max-h-[calc(100dvh-2rem)] md:overflow-y-auto">
      {items.map((item) => (
        <li
          key={item.id}
          className="relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 p-3 hover:bg-surface has-[[aria-current]]:bg-accent-soft"
        >
          <input
            type="checkbox"
            checked={marked.has(item.id)}
            onChange={() => onToggle(item.id)}
            aria-label={`Choose what ${item.author.name} wrote`}
            className="relative z-10 mt-1 size-4"
          />
          <Row item={item} isCurrent={item.id === current} onOpen={() => onOpen(item.id)} />
        </li>
      ))}
    </ul>
  );
}

function Row({ item, isCurrent, onOpen }: { item: QueueItem; isCurrent: boolean; onOpen: () => void }) {
  const Icon = icons[item.kind];
  return (
    <button
      type="button"
      aria-current={isCurrent || undefined}
      onClick={onOpen}
      className="grid min-w-0 gap-1 text-start text-sm after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
    >
      <span className="flex items-center gap-1.5">
        <Icon size={14} aria-hidden="true" className="shrink-0 text-ink-3" />
        <bdi className="truncate font-medium">{item.author.name}</bdi>
        <span className="ms-auto [[aria-current]_&]:*:text-ink-2">
          <TimeAgo at={item.since} />
        </span>
      </span>
      <span className="wrap-anywhere line-clamp-2 text-ink-2" dir="auto">
        {item.statement !== null && (
          <span className="text-ink-3 [[aria-current]_&]:text-ink-2">{`On card ${item.place}: `}</span>
        )}
        {plainWords(item)}
      </span>
      <TriggerChips item={item} />
    </button>
  );
}
