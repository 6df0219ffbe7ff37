'use client';

import { useEffect, useEffectEvent } from 'react';

/** Single keys for a page; nothing while somebody types, or a dialog is open. */
export function useQueueKeys(isOn: boolean, deeds: Readonly<Record<string, () => void>>): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || event.defaultPrevented || document.querySelector('dialog[open]'))
      return;
    if (target instanceof HTMLElement && target.closest('textarea, select, [contenteditable]')) return;
    const deed = deeds[key.toLowerCase()];
    if (!deed) return;
    event.preventDefault();
    deed();
  });
  useEffect(() => {
    if (!isOn) return;
    const listener = (event: KeyboardEvent) => pressed(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [isOn]);
}
