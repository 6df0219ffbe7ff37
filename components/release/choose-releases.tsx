'use client';

import Form from 'next/form';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import type { ReleaseSummary } from '@/lib/core/api/releases';

interface Props {
  /** Slug. */
  group: string;
  /** That can be compared, and those that are, newest first. */
  releases: readonly ReleaseSummary[];
  /** Numbers. */
  from: number;
  to: number;
}

/** What may keep one that was asked for from being compared. */
const whyNot = {
  frozen: '',
  withdrawn: ' (withdrawn)',
  freezing: ' (not frozen yet)',
  failed: ' (not frozen)',
};

/** Which two releases to compare; without scripts, too. Choosing one on both sides swaps them. */
export function ChooseReleases({ group, releases, from, to }: Props) {
  const [pair, setPair] = useState({ from, to });
  const options = releases.map(({ id, number, title, state }) => (
    <option key={id} value={number}>
      Release {number}: {title}
      {whyNot[state]}
    </option>
  ));
  const choose = (name: 'from' | 'to', number: number) =>
    setPair(({ from: one, to: other }) => {
      const [before, beside] = name === 'from' ? [one, other] : [other, one];
      const rest = number === beside ? before : beside;
      return name === 'from' ? { from: number, to: rest } : { from: rest, to: number };
    });
  return (
    <Form
      action={`/g/${group}/releases/diff`}
      className="grid max-w-4xl items-end gap-3 *:min-w-0 sm:grid-cols-[1fr_1fr_auto]"
    >
      <SelectField
        label="From"
        name="from"
        value={pair.from}
        onChange={({ target }) => choose('from', Number(target.value))}
      >
        {options}
      </SelectField>
      <SelectField
        label="To"
        name="to"
        value={pair.to}
        onChange={({ target }) => choose('to', Number(target.value))}
      >
        {options}
      </SelectField>
      <Button type="submit" look="outline" className="min-h-11 justify-self-start">
        Compare
      </Button>
    </Form>
  );
}
