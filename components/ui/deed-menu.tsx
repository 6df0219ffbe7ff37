'use client';

import { Menu } from '@base-ui/react/menu';
import { type ReactNode, useRef } from 'react';
import { menuItemClass, menuPopupClass } from './menu';

export interface Deed {
  /** Ends with "…" when it asks before it does anything. */
  label: string;
  run: () => void;
  disabled?: boolean;
  danger?: boolean;
}

interface Props {
  /** Names the button. */
  label: string;
  className: string;
  deeds: readonly Deed[];
  /** What the button shows. */
  children: ReactNode;
}

/** A menu of deeds. One begins when the menu is gone and the focus is back, so that a dialog can return it there. */
export function DeedMenu({ label, className, deeds, children }: Props) {
  const chosen = useRef<Deed | null>(null);
  const trigger = useRef<HTMLButtonElement>(null);

  function begin() {
    // The menu may give it back only after this.
    if (chosen.current) trigger.current?.focus();
    chosen.current?.run();
    chosen.current = null;
  }

  return (
    <Menu.Root onOpenChangeComplete={(isOpen) => !isOpen && begin()}>
      <Menu.Trigger ref={trigger} aria-label={label} className={className}>
        {children}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className="z-50">
          <Menu.Popup className={menuPopupClass}>
            {deeds.map((deed) => (
              <Menu.Item
                key={deed.label}
                disabled={deed.disabled ?? false}
                onClick={() => {
                  chosen.current = deed;
                }}
                className={`${menuItemClass} ${deed.danger ? 'text-danger' : ''}`}
              >
                {deed.label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
