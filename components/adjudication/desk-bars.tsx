import { Button } from '@/components/ui/button';
import type { AdjudicationCase } from '@/lib/core/api/adjudication';
import { CaseFilter } from './case-filter';
import type { Filter } from './case-filters';

interface HeadProps {
  cases: readonly AdjudicationCase[];
  viewer: string | null;
  filter: Filter;
  showsNames: boolean;
  onFilter: (filter: Filter) => void;
  /** Null where names are shown anyway. */
  onNames: ((shown: boolean) => void) | null;
}

/** Above all cases: which of them are shown, and under what names. */
export function DeskHead({ cases, viewer, filter, showsNames, onFilter, onNames }: HeadProps) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-4">
      <CaseFilter cases={cases} viewer={viewer} current={filter} onChoose={onFilter} />
      {onNames && (
        <label className="flex min-h-9 items-center gap-2 text-sm pointer-coarse:min-h-11">
          <input
            type="checkbox"
            checked={showsNames}
            onChange={() => onNames(!showsNames)}
            className="size-4"
          />
          Show names
        </label>
      )}
    </div>
  );
}

interface StepsProps {
  at: number;
  count: number;
  /** What others did with the one that is shown. */
  news: string | null;
  onGo: (at: number) => void;
}

/** Above the case that is shown: where it stands among the others. */
export function Steps({ at, count, news, onGo }: StepsProps) {
  return (
    <>
      <p className="flex items-center gap-2 text-ink-2 text-sm tabular-nums">
        {at + 1} of {count}
        <span className="ms-auto flex gap-2">
          <Button look="outline" size="sm" disabled={at === 0} onClick={() => onGo(at - 1)}>
            Previous
          </Button>
          <Button look="outline" size="sm" disabled={at === count - 1} onClick={() => onGo(at + 1)}>
            Next
          </Button>
        </span>
      </p>
      <p role="status" className="font-medium text-sm empty:hidden">
        {news}
      </p>
    </>
  );
}
