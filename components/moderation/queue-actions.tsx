import { Button } from '@/components/ui/button';
import { KeyHelp, type KeyRow } from '@/components/ui/key-help';
import { KeySign } from '@/components/ui/key-sign';
import type { QueueItem } from '@/lib/core/api/moderation';
import type { DecisionVerb } from '@/lib/core/moderation/standing';
import { canRemove } from './subject-words';

interface Props {
  /** What a decision is about. */
  meant: readonly QueueItem[];
  hasShortcuts: boolean;
  onApprove: () => void;
  onAsk: (verb: DecisionVerb) => void;
  onSnooze: () => void;
  /** Null where there is no other. */
  onNext: (() => void) | null;
}

const keys: readonly KeyRow[] = [
  ['j k', 'Next or previous'],
  ['a', 'Keep, or approve'],
  ['h r', 'Hide or remove, with a reason'],
  ['s', 'Put off for a day, for all moderators'],
  ['x', 'Choose several to decide on at once'],
  ['o', 'Open it where it stands'],
  ['v', 'Show the words of an answer'],
  ['z', 'Take the last decision back'],
  ['?', 'Show all keys'],
];

/** What can be decided, each with its key; at the bottom of the window, under the thumb. */
export function QueueActions({ meant, hasShortcuts, onApprove, onAsk, onSnooze, onNext }: Props) {
  const count = meant.length > 1 ? ` ${meant.length}` : '';
  const isUnread = meant.some(({ withheld }) => withheld);
  const shows = meant.every(({ standing }) => standing === 'shown');
  const key = (name: string) => hasShortcuts && <KeySign>{name}</KeySign>;
  return (
    <div
      role="toolbar"
      aria-label="Decide"
      data-bar
      className="sticky bottom-0 z-10 -mx-5 mt-4 flex flex-wrap gap-2 border-rule border-t bg-paper px-5 py-3 md:mx-0 md:border-0 md:px-0"
    >
      <span className="flex flex-wrap gap-2 max-md:basis-full max-md:*:flex-1">
        <Button className="px-3" disabled={isUnread} onClick={onApprove}>
          {shows ? `Keep${count}` : `Approve${count}`} {key('a')}
        </Button>
        <Button look="outline" className="px-3" disabled={isUnread} onClick={() => onAsk('hide')}>
          Hide{count}… {key('h')}
        </Button>
        {meant.every(canRemove) && (
          <Button look="danger" className="px-3" onClick={() => onAsk('remove')}>
            Remove{count}… {key('r')}
          </Button>
        )}
      </span>
      <Button look="quiet" className="px-3" title="It comes back in 24 hours" onClick={onSnooze}>
        Put off a day {key('s')}
      </Button>
      <span className="ms-auto flex items-center gap-1">
        {onNext && (
          <Button look="quiet" onClick={onNext} className="px-3">
            Next {key('n')}
          </Button>
        )}
        <KeyHelp rows={keys} hasShortcuts={hasShortcuts} />
      </span>
    </div>
  );
}
