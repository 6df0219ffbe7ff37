'use client';

import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  label: string;
  /** The `data-tab` of the one that is open. */
  current: string;
  className: string;
  children: ReactNode;
}

/** Links of which one is open. Where they are wider than their row (class "sideways"), it begins at that one. */
export function TabNav({ label, current, className, children }: Props) {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const tab = nav.current?.querySelector(`[data-tab="${current}"]`);
    const row = tab?.closest('.sideways');
    if (!tab || !row) return;
    const [inner, outer] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
    // Only sideways: scrollIntoView and scroll-initial-target move the page as well.
    row.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
  }, [current]);
  return (
    <nav ref={nav} aria-label={label} className={className}>
      {children}
    </nav>
  );
}
