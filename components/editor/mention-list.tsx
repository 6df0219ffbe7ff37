import { useEffect, useId } from 'react';
import { beside } from '@/components/annotation/beside';
import { Avatar } from '@/components/ui/avatar';
import type { Person } from '@/lib/core/annotation/annotation';

export interface MentionQuery {
  people: readonly Person[];
  /** Index of the one that Enter takes. */
  active: number;
  /** Where the `@` stands. */
  at: DOMRect | null;
  textbox: HTMLElement;
  choose: (person: Person) => void;
}

const WIDTH = 220;
const ROW = 36;

/** Members to choose from while the focus stays in the text. */
export function MentionList({ query: { people, active, at, textbox, choose } }: { query: MentionQuery }) {
  const id = useId();
  const chosen = people[active];
  useEffect(() => {
    if (!chosen) return;
    textbox.setAttribute('aria-controls', id);
    textbox.setAttribute('aria-activedescendant', `${id}-${chosen.id}`);
    return () => {
      textbox.removeAttribute('aria-controls');
      textbox.removeAttribute('aria-activedescendant');
    };
  }, [textbox, id, chosen]);
  if (!at || people.length === 0) return null;
  const size = { width: WIDTH, height: people.length * ROW + 8 };
  const window = { width: document.documentElement.clientWidth, height: innerHeight };
  return (
    <div
      id={id}
      // In the top layer: a card is moved by a transform, which would take a fixed box along.
      ref={(list) => list?.showPopover()}
      popover="manual"
      role="listbox"
      aria-label="Members"
      className="writer-members"
      style={{ width: WIDTH, ...beside(at, size, window) }}
    >
      {people.map((person) => (
        <div
          key={person.id}
          id={`${id}-${person.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={person === chosen}
          // A press would take the focus from the text.
          onMouseDown={(event) => {
            event.preventDefault();
            choose(person);
          }}
        >
          <Avatar name={person.name} size={20} />
          <bdi>{person.name}</bdi>
        </div>
      ))}
    </div>
  );
}
