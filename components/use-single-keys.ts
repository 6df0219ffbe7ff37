'use client';

import { useEffectEvent, useLayoutEffect } from 'react';

/** Keys of a page; nothing while somebody types or is in a menu, or a dialog is open. A deed may say `false`: not now. */
export function useSingleKeys(isOn: boolean, deeds: Readonly<Record<string, () => unknown>>): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || event.defaultPrevented || document.querySelector('dialog[open]'))
      return;
    if (target instanceof HTMLElement && target.closest('textarea, select, [contenteditable], [role=menu]'))
      return;
    if (target instanceof HTMLInputElement && target.type !== 'checkbox') return;
    const deed = deeds[key.toLowerCase()];
    if (deed && deed() !== false) event.preventDefault();
  });
  // Before what they act on is seen: a key may follow at once.
  useLayoutEffect(() => {
    if (!isOn) return;
    const listener = (event: KeyboardEvent) => pressed(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [isOn]);
}
