'use client';

import { useEffect, useState } from 'react';
import { buttonClass } from './button';

/** Seconds; not the same for all, so that those who were refused together do not come back together. */
const soon = () => 4 + Math.round(4 * Math.random());

/** Loads the page once more by itself, but not again after that: who then wants it says so. */
export function TryAgain({ address }: { address: string }) {
  const [seconds, setSeconds] = useState<number>();
  useEffect(() => {
    const [loaded] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (loaded?.type === 'reload') return;
    const wait = soon();
    setSeconds(wait);
    const timer = setTimeout(() => location.reload(), wait * 1000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <p role="status" className="text-ink-2 empty:hidden">
        {seconds && `The page tries again by itself in ${seconds} seconds.`}
      </p>
      <p>
        <a href={address} className={buttonClass('outline')}>
          Try again
        </a>
      </p>
    </>
  );
}
