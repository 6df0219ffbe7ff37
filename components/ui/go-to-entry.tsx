import { menuEntryClass } from './menu';

/** Opens the palette from a menu; without script there is none. */
export function GoToEntry({ menu }: { menu: string }) {
  return (
    <button
      type="button"
      data-palette
      aria-label="Go to…"
      popoverTarget={menu}
      popoverTargetAction="hide"
      className={`${menuEntryClass} justify-between [@media(scripting:none)]:hidden`}
    >
      Go to…
      <kbd className="font-ui text-ink-3 text-xs pointer-coarse:hidden">Ctrl K</kbd>
    </button>
  );
}
