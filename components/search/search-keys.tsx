'use client';

import { KeyHelp } from '@/components/ui/key-help';
import { useSingleKeys } from '@/components/use-single-keys';

const links = () => [...document.querySelectorAll<HTMLAnchorElement>('[data-hit] h3 a')];

function step(by: 1 | -1) {
  const all = links();
  const at = all.indexOf(document.activeElement as HTMLAnchorElement);
  all[at === -1 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
}

function toQuery() {
  const field = document.querySelector<HTMLInputElement>('#query');
  field?.focus();
  field?.select();
}

/** From hit to hit and back to the query; Enter opens one, as every link. */
export function SearchKeys({ hasShortcuts }: { hasShortcuts: boolean }) {
  useSingleKeys(hasShortcuts, { '/': toQuery, j: () => step(1), k: () => step(-1) });
  return (
    <KeyHelp
      hasShortcuts={hasShortcuts}
      rows={[
        ['j k', 'Next or previous hit'],
        ['Enter', 'Open it'],
        ['/', 'Go to the query'],
        ['Ctrl+K', 'Go anywhere'],
        ['?', 'Show all keys'],
      ]}
    />
  );
}
