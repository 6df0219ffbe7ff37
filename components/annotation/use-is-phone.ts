import { useSyncExternalStore } from 'react';

const phone = '(max-width: 47.99rem)';

/** The page has one column: threads open in a sheet, tools dock at the lower edge. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(phone);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(phone).matches,
    () => false,
  );
}
