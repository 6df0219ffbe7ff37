import Form from 'next/form';
import { Button } from '@/components/ui/button';
import type { Person } from '@/lib/core/annotation/annotation';

interface Props {
  /** Path of the page. */
  path: string;
  members: readonly Person[];
  one: string | undefined;
  other: string | undefined;
}

/** Whose differences to look at; without scripts, too. */
export function ChoosePair({ path, members, one, other }: Props) {
  return (
    <Form action={path} replace scroll={false} className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="view" value="double-crux" />
      <Choice name="one" label="Between" members={members} chosen={one} />
      <Choice name="other" label="and" members={members} chosen={other} />
      <Button type="submit" look="outline" className="min-h-11">
        Compare
      </Button>
    </Form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  members: readonly Person[];
  chosen: string | undefined;
}

function Choice({ name, label, members, chosen = '' }: ChoiceProps) {
  return (
    <label className="grid min-w-0 gap-1 text-ink-2 text-sm max-sm:basis-full">
      {label}
      <select
        // A new choice of the address is a new beginning.
        key={chosen}
        name={name}
        defaultValue={chosen}
        required
        className="min-h-11 min-w-52 max-w-full rounded-md border border-rule-strong bg-raised px-2 text-ink"
      >
        <option value="">Choose…</option>
        {members.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
