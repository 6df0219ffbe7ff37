import type { ReactNode } from 'react';
import type { BoardAddress } from '@/lib/core/crux/board-address';
import { statusChoices } from '@/lib/core/crux/status-names';
import { selectClass } from './select-class';

/** Shows what the form asks for. */
export type SendForm = (form: HTMLFormElement) => void;

interface Props {
  address: BoardAddress;
  essays: readonly { slug: string; title: string }[];
  isSignedIn: boolean;
  send: SendForm;
  children: ReactNode;
}

const kinds = { claim: 'Claims', crux: 'Cruxes', 'failure-mode': 'Failure modes' };

/** Fields of the form that narrow what is shown; an empty one lets everything through. */
export function BoardFilters({ address, essays, isSignedIn, send, children }: Props) {
  return (
    <div className="mt-2 flex flex-wrap items-end gap-x-4 gap-y-3">
      <Choice name="kind" label="Kind" value={address.kind} choices={Object.entries(kinds)} send={send} />
      <Choice
        name="essay"
        label="Essay"
        value={address.essay}
        choices={essays.map(({ slug, title }) => [slug, title])}
        send={send}
      />
      <Choice
        name="status"
        label="Status"
        value={address.status}
        choices={Object.entries(statusChoices)}
        send={send}
      />
      <Check name="contested" label="Contested" isOn={address.contested === true} send={send} />
      {isSignedIn && <Check name="mine" label="Mine" isOn={address.mine === true} send={send} />}
      {children}
    </div>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string | undefined;
  choices: [value: string, label: string][];
  send: SendForm;
}

function Choice({ name, label, value = '', choices, send }: ChoiceProps) {
  return (
    <label className="grid min-w-0 gap-1 text-ink-2 text-sm">
      {label}
      <select
        name={name}
        value={value}
        onChange={(event) => send(event.currentTarget.form!)}
        className={`${selectClass} sm:max-w-60`}
      >
        <option value="">All</option>
        {choices.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

interface CheckProps extends Pick<ChoiceProps, 'name' | 'label' | 'send'> {
  isOn: boolean;
}

function Check({ name, label, isOn, send }: CheckProps) {
  return (
    <label className="flex min-h-11 items-center gap-2 text-sm">
      <input
        type="checkbox"
        name={name}
        value="true"
        checked={isOn}
        onChange={(event) => send(event.currentTarget.form!)}
        className="size-4"
      />
      {label}
    </label>
  );
}
