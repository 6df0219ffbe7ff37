import { CircleCheck, CircleDashed, Equal, History } from 'lucide-react';
import { quoteOf } from '@/lib/core/adjudication/case-context';
import type { AdjudicationCase, EssayAdjudication } from '@/lib/core/api/adjudication';
import { statusWords } from './verdict-words';

const icons = { open: CircleDashed, agreed: Equal, decided: CircleCheck, changed: History };

interface Props {
  adjudication: EssayAdjudication;
  cases: readonly AdjudicationCase[];
  current: string | undefined;
  onOpen: (id: string) => void;
}

/** All cases of the filter, in reading order. On a phone there is one at a time instead. */
export function CaseList({ adjudication, cases, current, onOpen }: Props) {
  return (
    <ul
      aria-label="Passages"
      className="grid divide-y divide-rule overflow-hidden rounded-lg border border-rule bg-paper max-lg:hidden lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto"
    >
      {cases.map((one) => {
        const Icon = icons[one.status];
        return (
          <li key={one.id} className="relative hover:bg-surface has-[[aria-current]]:bg-accent-soft">
            <button
              type="button"
              aria-current={one.id === current || undefined}
              onClick={() => onOpen(one.id)}
              className="flex w-full gap-2 p-3 text-start text-sm focus-visible:-outline-offset-2"
            >
              <Icon size={15} aria-hidden="true" className="mt-0.5 shrink-0 text-ink-3" />
              <span className="sr-only">{statusWords[one.status]}: </span>
              <span className="wrap-anywhere line-clamp-2 min-w-0 font-read" dir="auto">
                {quoteOf(adjudication.blocks, one, 90)}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
