import type { AdjudicationCase } from '@/lib/core/api/adjudication';
import { type Filter, filtered, filters } from './case-filters';
import { statusWords } from './verdict-words';

const names: Record<Filter, string> = { ...statusWords, mine: 'Mine', all: 'All' };

interface Props {
  cases: readonly AdjudicationCase[];
  viewer: string | null;
  current: Filter;
  onChoose: (filter: Filter) => void;
}

/** How far it is, and which passages are shown. */
export function CaseFilter({ cases, viewer, current, onChoose }: Props) {
  const settled = cases.filter(({ status }) => status === 'decided').length;
  return (
    <div className="grid gap-3">
      <div className="flex items-center gap-3 text-sm">
        <progress
          value={settled}
          max={Math.max(cases.length, 1)}
          aria-label="Decided"
          className="h-2 w-40 max-w-full appearance-none overflow-hidden rounded-full border border-rule-strong/60 bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
        />
        <span className="text-ink-2 tabular-nums">
          {settled} of {cases.length} decided
        </span>
      </div>
      <div role="group" aria-label="Show" className="flex flex-wrap gap-1.5 text-sm">
        {filters.map((filter) => {
          const count = filtered(cases, filter, viewer).length;
          if (count === 0 && filter !== current && filter !== 'open') return null;
          return (
            <button
              key={filter}
              type="button"
              aria-pressed={filter === current}
              onClick={() => onChoose(filter)}
              className="min-h-9 rounded-full border border-rule px-3 hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-medium forced-colors:aria-pressed:bg-[Highlight] forced-colors:aria-pressed:text-[HighlightText] pointer-coarse:min-h-11"
            >
              {names[filter]} <span className="text-ink-2 tabular-nums">{count}</span>
            </button>
          );
        })}
      </div>
    </div>
  );
}
