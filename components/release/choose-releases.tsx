import Form from 'next/form';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import type { ReleaseSummary } from '@/lib/core/api/releases';

interface Props {
  /** Slug. */
  group: string;
  /** That can be compared, newest first. */
  releases: readonly ReleaseSummary[];
  /** Numbers. */
  from: number;
  to: number;
}

/** Which two releases to compare; without scripts, too. */
export function ChooseReleases({ group, releases, from, to }: Props) {
  const options = releases.map(({ id, number, title }) => (
    <option key={id} value={number}>
      Release {number}: {title}
    </option>
  ));
  return (
    <Form
      // Another address is a new beginning.
      key={`${from} ${to}`}
      action={`/g/${group}/releases/diff`}
      className="grid max-w-4xl items-end gap-3 *:min-w-0 sm:grid-cols-[1fr_1fr_auto]"
    >
      <SelectField label="From" name="from" defaultValue={from}>
        {options}
      </SelectField>
      <SelectField label="To" name="to" defaultValue={to}>
        {options}
      </SelectField>
      <Button type="submit" look="outline" className="min-h-11 justify-self-start">
        Compare
      </Button>
    </Form>
  );
}
