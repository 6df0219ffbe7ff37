import { Menu } from 'lucide-react';
import { GoToEntry } from './go-to-entry';
import { menuPopoverClass } from './menu';
import { ThemeChoice } from './theme-choice';

/** For visitors, who have no account menu to find these in. */
export function VisitorMenu() {
  return (
    <>
      <button
        type="button"
        popoverTarget="visitor"
        aria-label="Menu"
        title="Menu"
        className="grid size-11 place-items-center rounded-md text-ink-2 hover:bg-sunken"
      >
        <Menu size={18} aria-hidden="true" />
      </button>
      <div id="visitor" popover="auto" className={`w-60 ${menuPopoverClass}`}>
        <GoToEntry menu="visitor" />
        <div className="border-rule border-t px-3 pt-2 pb-3">
          <ThemeChoice isMember={false} />
        </div>
      </div>
    </>
  );
}
