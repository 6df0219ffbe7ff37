'use client';

import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import type { Person } from '@/lib/core/annotation/annotation';
import { SettingsSection } from './settings-section';

/** Whose words one folded away, where there is anybody, and the way back. */
export function HiddenPeople({ people }: { people: Person[] }) {
  if (people.length === 0) return null;
  return (
    <SettingsSection
      title="People you hid"
      about="Their notes and replies are folded away, for you alone. Nobody is told."
    >
      <List people={people} />
    </SettingsSection>
  );
}

function List({ people }: { people: Person[] }) {
  const { error, pending, change } = useChange();
  const showAgain = (id: string) => {
    const hiddenPeople = people.map((one) => one.id).filter((one) => one !== id);
    return change(() => api('PATCH /me', { body: { settings: { hiddenPeople } } }));
  };
  return (
    <div className="grid gap-2">
      <Refusal error={error} />
      <ul className="grid max-w-md">
        {people.map(({ id, name }) => (
          <li
            key={id}
            className="flex items-center justify-between gap-3 border-rule border-b py-2 last:border-0"
          >
            <bdi className="wrap-anywhere">{name}</bdi>
            <Button
              look="quiet"
              size="sm"
              disabled={pending}
              aria-label={`Show ${name} again`}
              onClick={() => void showAgain(id)}
            >
              Show again
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
