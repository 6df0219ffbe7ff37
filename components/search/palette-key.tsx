'use client';

import { useEffect, useState } from 'react';
import { onDemand } from '@/components/reader/on-demand';

interface Props {
  onClose: () => void;
  /** Where what was pressed leads without the palette; keys and buttons nowhere. */
  href: string | null;
}

const Palette = onDemand<Props>(async () => (await import('./palette')).Palette, {
  otherwise: (props) => <Instead {...props} />,
});

/** The code could not be fetched: a link does what it does without scripts, and the next try begins anew. */
function Instead({ onClose, href }: Props) {
  useEffect(() => {
    onClose();
    if (href !== null) location.assign(href);
  }, [onClose, href]);
  return null;
}

/** Opens the palette, whose code is fetched then: by Ctrl or ⌘ and K, or by what says so. */
export function PaletteKey() {
  const [opened, setOpened] = useState<Pick<Props, 'href'> | null>(null);
  useEffect(() => {
    const open = (event: Event, href: string | null) => {
      if (event.defaultPrevented || document.querySelector('dialog:modal')) return;
      event.preventDefault();
      setOpened({ href });
    };
    const pressed = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey) open(event, null);
    };
    const clicked = (event: MouseEvent) => {
      const isOtherTab = event.ctrlKey || event.metaKey || event.shiftKey;
      const opener = (event.target as Element).closest('[data-palette]');
      if (opener && !isOtherTab) open(event, opener.getAttribute('href'));
    };
    document.addEventListener('keydown', pressed);
    document.addEventListener('click', clicked);
    return () => {
      document.removeEventListener('keydown', pressed);
      document.removeEventListener('click', clicked);
    };
  }, []);
  return opened && <Palette {...opened} onClose={() => setOpened(null)} />;
}
