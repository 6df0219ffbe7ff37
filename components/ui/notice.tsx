import type { ReactNode, Ref } from 'react';

const looks = {
  plain: 'border-rule bg-surface text-ink-2',
  danger: 'border-danger/40 bg-danger-soft text-ink',
  good: 'border-accent/30 bg-accent-soft text-ink',
};

interface Props {
  look?: keyof typeof looks;
  /** Announced at once, whatever the look. */
  isUrgent?: boolean;
  ref?: Ref<HTMLDivElement>;
  children: ReactNode;
}

/** A sentence about the page: what happened, what to do. `danger` is announced at once. */
export function Notice({ look = 'plain', isUrgent = look === 'danger', ref, children }: Props) {
  return (
    <div
      ref={ref}
      role={isUrgent ? 'alert' : 'status'}
      className={`rounded-md border px-4 py-3 text-sm ${looks[look]}`}
    >
      {children}
    </div>
  );
}
