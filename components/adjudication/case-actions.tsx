import { Button } from '@/components/ui/button';
import { KeyHelp, type KeyRow } from '@/components/ui/key-help';
import { KeySign } from '@/components/ui/key-sign';

interface Props {
  hasShortcuts: boolean;
  /** Nothing is chosen that could be accepted, or a request is under way. */
  canAccept: boolean;
  canLeavePlural: boolean;
  isChanging: boolean;
  isPending: boolean;
  onDo: (deed: 'accept' | 'change' | 'reject' | 'plural') => void;
}

const keys: readonly KeyRow[] = [
  ['j k', 'Next or previous passage'],
  ['1 9', 'Choose a reading, or several'],
  ['a', 'Accept what is chosen'],
  ['c', 'Change bounds or tags'],
  ['← →', 'Changing: where it ends, word by word'],
  ['⇧← ⇧→', 'Changing: where it begins'],
  ['x', 'Reject all'],
  ['p', 'Leave the readings side by side'],
  ['r', 'Say why'],
  ['u', 'Take the last decision back'],
  ['e', 'Keep as an example'],
  ['h', 'Show or hide names'],
  ['?', 'Show all keys'],
];

/** On a phone all of them stand in one row. */
const narrow = 'px-3 max-sm:flex-1 max-sm:px-1.5';

/** What can be decided, each with its key; at the bottom of the window, under the thumb. */
export function CaseActions({ hasShortcuts, canAccept, canLeavePlural, isChanging, isPending, onDo }: Props) {
  const key = (name: string) => hasShortcuts && <KeySign>{name}</KeySign>;
  return (
    <div
      role="toolbar"
      aria-label="Decide"
      data-bar
      className="sticky bottom-0 z-10 -mx-5 flex flex-wrap gap-2 border-rule border-t bg-paper px-5 py-3 sm:mx-0 sm:px-0"
    >
      <Button className={narrow} disabled={!canAccept || isPending} onClick={() => onDo('accept')}>
        {isChanging ? 'Save change' : 'Accept'} {key('a')}
      </Button>
      {!isChanging && (
        <Button look="outline" className={narrow} disabled={isPending} onClick={() => onDo('change')}>
          Change {key('c')}
        </Button>
      )}
      <Button look="outline" className={narrow} disabled={isPending} onClick={() => onDo('reject')}>
        Reject {key('x')}
      </Button>
      <Button
        look="outline"
        className={narrow}
        disabled={!canLeavePlural || isPending}
        onClick={() => onDo('plural')}
      >
        Leave plural {key('p')}
      </Button>
      <span className="ms-auto">
        <KeyHelp rows={keys} hasShortcuts={hasShortcuts} />
      </span>
    </div>
  );
}
