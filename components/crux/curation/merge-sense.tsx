import type { ReactNode } from 'react';
import type { CardReference } from '@/lib/core/api/card-schemas';

interface Props {
  card: CardReference;
  other: CardReference;
  stays: 'other' | 'this';
  negated: boolean;
  onStays: (stays: 'other' | 'this') => void;
  onNegated: (negated: boolean) => void;
}

/** How two cards become one: whose words stay, and whether the other says the same or the opposite. */
export function MergeSense({ card, other, stays, negated, onStays, onNegated }: Props) {
  return (
    <>
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-medium text-sm">Whose words stay?</legend>
        <Choice name="stays" isChosen={stays === 'other'} onChoose={() => onStays('other')}>
          {other.statement}
        </Choice>
        <Choice name="stays" isChosen={stays === 'this'} onChoose={() => onStays('this')}>
          {card.statement}
        </Choice>
      </fieldset>
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-medium text-sm">What does the other say?</legend>
        <Choice name="sense" isChosen={!negated} onChoose={() => onNegated(false)}>
          The same
        </Choice>
        <Choice name="sense" isChosen={negated} onChoose={() => onNegated(true)}>
          The opposite
          <span className="block text-ink-2">
            Its answers turn round, 80 % becomes 20 %, and what was for it is then against.
          </span>
        </Choice>
      </fieldset>
    </>
  );
}

interface ChoiceProps {
  name: string;
  isChosen: boolean;
  onChoose: () => void;
  children: ReactNode;
}

function Choice({ name, isChosen, onChoose, children }: ChoiceProps) {
  return (
    <label className="flex min-h-10 items-start gap-3 rounded-md border border-rule px-3 py-2 text-sm has-checked:border-accent has-checked:bg-accent-soft pointer-coarse:min-h-11">
      <input type="radio" name={name} className="mt-1" checked={isChosen} onChange={onChoose} />
      <span className="wrap-anywhere min-w-0" dir="auto">
        {children}
      </span>
    </label>
  );
}
