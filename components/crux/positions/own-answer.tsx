'use client';

import { newId } from '@/components/annotation/new-id';
import { api } from '@/components/api-client';
import type { CardPlace } from '@/components/crux/card-place';
import { When } from '@/components/crux/when';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import type { Position } from '@/lib/core/api/card-schemas';
import { percent } from './percent';

interface Props {
  place: CardPlace;
  mine: Position;
  earlier: readonly Position[];
  /** The card takes answers. */
  isOpen: boolean;
  onChange: () => void;
}

const doubts = {
  stale: 'The card was reworded since your answer. Does it still hold?',
  inherited: 'A merge carried this answer over from another card. Does it hold here?',
};

/** The viewer's answer, whether it still holds, and those before. */
export function OwnAnswer({ place, mine, earlier, isOpen, onChange }: Props) {
  const { pending, error, change } = useChange();
  const doubt = mine.stale ? doubts.stale : mine.inherited ? doubts.inherited : null;
  const { credence, reason, wouldChangeMind } = mine;
  const confirm = () =>
    change(() =>
      api('POST /groups/{group}/cards/{card}/positions', {
        params: { ...place },
        body: { id: newId(), credence, reason, wouldChangeMind },
      }),
    );
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-read font-semibold text-3xl tabular-nums">{percent(credence)}</span>
        <span className="text-ink-3 text-sm">
          your answer, <When at={mine.created} />
        </span>
      </p>
      {isOpen && doubt && <Notice>{doubt}</Notice>}
      <Refusal error={error} />
      {isOpen && (
        <div className="flex flex-wrap gap-2">
          {doubt && (
            <Button size="sm" disabled={pending} onClick={confirm}>
              Confirm {percent(credence)}
            </Button>
          )}
          <Button look="outline" size="sm" onClick={onChange}>
            Change answer
          </Button>
        </div>
      )}
      {earlier.length > 0 && <Earlier positions={earlier} />}
    </div>
  );
}

function Earlier({ positions }: { positions: readonly Position[] }) {
  return (
    <details className="text-sm">
      <summary className="min-h-9 w-fit py-2 text-ink-2 pointer-coarse:min-h-11 pointer-coarse:py-3">
        Your earlier answers ({positions.length})
      </summary>
      <ol className="grid gap-1">
        {positions.map(({ id, credence, created, reason }) => (
          <li key={id} className="wrap-anywhere text-ink-2">
            <span className="tabular-nums">{percent(credence)}</span>, <When at={created} />
            {reason && `: ${reason}`}
          </li>
        ))}
      </ol>
    </details>
  );
}
