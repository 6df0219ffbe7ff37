import type { Desk } from '@/components/annotation/desk';
import { changeSettings } from '@/components/reader/change-settings';
import { useReader } from '@/components/reader/reader-store';
import type { Person } from '@/lib/core/annotation/annotation';

/** A line of a menu: fold away what somebody writes, or no more. Only the one who does it knows. */
export function HidePersonRow({ desk, person: { id, name } }: { desk: Desk; person: Person }) {
  const hidden = useReader(({ settings }) => settings.hiddenPeople);
  const isHidden = hidden?.includes(id);
  const set = (hiddenPeople: string[]) => changeSettings(desk.store, { hiddenPeople });
  const toggle = () => {
    const others = (hidden ?? []).filter((one) => one !== id);
    set(isHidden ? others : [...others, id]);
    desk.say(
      isHidden ? `You see what ${name} writes again.` : `What ${name} writes is folded away, for you alone.`,
      () => set(hidden ?? []),
    );
  };
  return (
    <button type="button" onClick={toggle}>
      {isHidden ? `Show ${name} again` : `Hide ${name} for me`}
    </button>
  );
}
