import { Button } from '@/components/ui/button';
import type { SuggestedStatement } from '@/lib/core/crux/statement-from';

interface Props {
  suggested: readonly SuggestedStatement[];
  current: string;
  onChoose: (statement: string) => void;
}

const words = { comment: 'Use the comment', passage: 'Use the passage' };

/** The other thing that the card could say, in place of what it says now; never in place of what somebody typed. */
export function OtherStatement({ suggested, current, onChoose }: Props) {
  if (!suggested.some(({ statement }) => statement === current)) return null;
  const other = suggested.find(({ statement }) => statement !== current);
  if (!other) return null;
  return (
    <div className="-mt-2 flex items-start gap-3 text-sm">
      <p className="wrap-anywhere line-clamp-3 min-w-0 flex-1 py-1 text-ink-2" dir="auto">
        {other.statement}
      </p>
      <Button look="outline" size="sm" onClick={() => onChoose(other.statement)}>
        {words[other.from]}
      </Button>
    </div>
  );
}
