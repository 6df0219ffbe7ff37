import type { CardStatus } from '@/lib/core/api/card-schemas';
import type { ListedCard } from '@/lib/core/api/cards';
import { standingName } from '@/lib/core/crux/status-names';

const looks: Partial<Record<CardStatus, string>> = {
  proposed: 'border-dashed border-rule-strong text-ink-2',
  canonical: 'border-accent/40 bg-accent-soft text-ink',
};

export function StatusChip({
  status,
  column = null,
}: Pick<ListedCard, 'status'> & Partial<Pick<ListedCard, 'column'>>) {
  const look = looks[status] ?? 'border-rule-strong bg-surface text-ink-2';
  return (
    <span className={`inline-flex rounded-full border px-2 py-px text-xs leading-5 ${look}`}>
      {standingName({ status, column })}
    </span>
  );
}
