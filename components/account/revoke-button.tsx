'use client';

import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';

interface Props {
  label: string;
  /** What is revoked, for those who do not see the row. */
  about: string;
  onRevoke: () => Promise<void>;
}

/** Ends what its row tells of; the row, which wraps, leaves once it is gone. */
export function RevokeButton({ label, about, onRevoke }: Props) {
  const { pending, error, change } = useChange();
  return (
    <>
      <Button
        look="outline"
        size="sm"
        disabled={pending}
        aria-label={`${label}: ${about}`}
        onClick={() => change(onRevoke)}
      >
        {label}
      </Button>
      {error && (
        <div className="basis-full">
          <Refusal error={error} />
        </div>
      )}
    </>
  );
}
