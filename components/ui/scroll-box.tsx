import type { ReactNode } from 'react';

interface Props {
  /** What is in it, for those who come by Tab. */
  label: string;
  className: string;
  children: ReactNode;
}

/** What scrolls must be scrolled by keys, too, so it takes the focus. */
export function ScrollBox({ label, className, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls by keys
    <section aria-label={label} tabIndex={0} className={className}>
      {children}
    </section>
  );
}
