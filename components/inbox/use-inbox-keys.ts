'use client';

import { useEffect, useEffectEvent } from 'react';

const links = () => [...document.querySelectorAll<HTMLAnchorElement>('[data-entry] a')];

/** j and k go from entry to entry, o opens one, e marks it read or unread. */
export function useInboxKeys(isOn: boolean, onToggle: (id: string) => void): void {
  const toggle = useEffectEvent(onToggle);
  useEffect(() => {
    if (!isOn) return;
    const step = (by: 1 | -1) => {
      const all = links();
      const entry = document.activeElement?.closest('[data-entry]');
      const at = all.findIndex((link) => entry?.contains(link));
      all[at === -1 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
    };
    const current = () => document.activeElement?.closest<HTMLElement>('[data-entry]');
    const deeds: Record<string, () => void> = {
      j: () => step(1),
      k: () => step(-1),
      o: () => current()?.querySelector('a')?.click(),
      e: () => {
        const id = current()?.dataset.entry;
        if (id) toggle(id);
      },
    };
    const pressed = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey || event.defaultPrevented) return;
      if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]'))
        return;
      const deed = deeds[key];
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [isOn]);
}
