import { SunMoon } from 'lucide-react';
import { menuPopoverClass } from './menu';
import { ThemeChoice } from './theme-choice';

/** For visitors, who have no account menu to find it in. */
export function ThemeMenu() {
  return (
    <>
      <button
        type="button"
        popoverTarget="theme"
        aria-label="Theme"
        title="Theme"
        className="grid size-11 place-items-center rounded-md text-ink-2 hover:bg-sunken"
      >
        <SunMoon size={18} aria-hidden="true" />
      </button>
      <div id="theme" popover="auto" className={`w-60 ${menuPopoverClass}`}>
        <div className="p-2">
          <ThemeChoice isMember={false} />
        </div>
      </div>
    </>
  );
}
