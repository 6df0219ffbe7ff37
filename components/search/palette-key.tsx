'use client';

import { useEffect, useState } from 'react';
import { onDemand } from '@/components/reader/on-demand';

const Palette = onDemand(async () => (await import('./palette')).Palette, { otherwise: () => null });

/** Opens the palette, whose code is fetched then: by Ctrl or ⌘ and K, or by what says so. */
export function PaletteKey() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = (event: Event) => {
      if (event.defaultPrevented || document.querySelector('dialog:modal')) return;
      event.preventDefault();
      setOpen(true);
    };
    const pressed = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey) open(event);
    };
    const clicked = (event: MouseEvent) => {
      const isOtherTab = event.ctrlKey || event.metaKey || event.shiftKey;
      if (!isOtherTab && (event.target as Element).closest('[data-palette]')) open(event);
    };
    document.addEventListener('keydown', pressed);
    document.addEventListener('click', clicked);
    return () => {
      document.removeEventListener('keydown', pressed);
      document.removeEventListener('click', clicked);
    };
  }, []);
  return isOpen && <Palette onClose={() => setOpen(false)} />;
}
