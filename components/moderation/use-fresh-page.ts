'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';

/** How often a page that somebody looks at is shown anew, in milliseconds. */
const EVERY = 20_000;

/** Shows a page as it is: each time somebody comes back to it, and now and then while they look at it. */
export function useFreshPage(): void {
  const router = useRouter();
  const refresh = useEffectEvent(() => {
    if (document.visibilityState === 'visible' && !document.querySelector('dialog[open]')) router.refresh();
  });
  useEffect(() => {
    const look = () => refresh();
    const timer = setInterval(look, EVERY);
    addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', look);
    };
  }, []);
}
