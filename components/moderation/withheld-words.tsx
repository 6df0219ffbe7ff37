import type { Route } from 'next';
import Link from 'next/link';
import { Button, buttonClass } from '@/components/ui/button';
import { KeySign } from '@/components/ui/key-sign';

interface Props {
  /** Where the card is. */
  card: string | null;
  hasShortcuts: boolean;
  onUnfold: () => void;
}

/** In place of what somebody answered, to a moderator who has still to answer for themselves. */
export function WithheldWords({ card, hasShortcuts, onUnfold }: Props) {
  return (
    <section aria-label="What it says" className="grid gap-3 rounded-md bg-surface p-4">
      <p>You have not answered this card. Show the words anyway?</p>
      <p className="text-ink-2 text-sm">
        What others say can sway your own answer. Nothing can be decided before the words are read.
      </p>
      <p className="flex flex-wrap gap-2">
        {card && (
          <Link href={card as Route} prefetch={false} className={buttonClass('outline')}>
            Answer first
          </Link>
        )}
        <Button look="outline" onClick={onUnfold}>
          Show the words {hasShortcuts && <KeySign>v</KeySign>}
        </Button>
      </p>
    </section>
  );
}
