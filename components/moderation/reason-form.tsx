'use client';

import { type SubmitEvent, useState } from 'react';
import { TextArea } from '@/components/ui/field';
import { FormActions } from '@/components/ui/form-actions';
import { KeySign } from '@/components/ui/key-sign';
import { type Reason, reasonKeys, reasons } from '@/lib/core/moderation/reasons';
import type { DecisionVerb } from '@/lib/core/moderation/standing';
import type { Grounds } from './use-queue';

interface Props {
  verb: DecisionVerb;
  /** The reason that is chosen at first. */
  likeliest: Reason;
  isPending?: boolean;
  onAnswer: (grounds: Grounds) => void;
  onClose: () => void;
}

export const deedOf = (verb: DecisionVerb): string => (verb === 'hide' ? 'Hide' : 'Remove');

/** Asks why: a digit or a click chooses the words that the author is told, Enter decides. */
export function ReasonForm({ verb, likeliest, isPending = false, onAnswer, onClose }: Props) {
  const [reason, setReason] = useState(likeliest);
  const [note, setNote] = useState<string | null>(null);
  const words = note ?? reasons[reason].told;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onAnswer({ reason, note: words });
  };
  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => {
        const key = reasonKeys[Number(event.key) - 1];
        if (!key || event.target instanceof HTMLTextAreaElement) return;
        event.preventDefault();
        setReason(key);
      }}
      className="grid gap-4"
    >
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-medium text-sm">Why?</legend>
        {reasonKeys.map((key, i) => (
          <label
            key={key}
            className="flex min-h-9 items-center gap-2 rounded-md px-2 text-sm hover:bg-sunken has-checked:bg-accent-soft pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name="reason"
              value={key}
              checked={key === reason}
              onChange={() => setReason(key)}
            />
            {reasons[key].name}
            <kbd className="ms-auto text-ink-3 text-xs pointer-coarse:hidden">{i + 1}</kbd>
          </label>
        ))}
      </fieldset>
      <TextArea
        label="What its author is told"
        name="note"
        rows={3}
        maxLength={1000}
        required
        value={words}
        onChange={(event) => setNote(event.target.value)}
        hint={
          verb === 'hide'
            ? 'They still see it, can reword it, and can ask for another look.'
            : 'It is gone for them too. They can ask for another look.'
        }
      />
      <FormActions onCancel={onClose} disabled={isPending} look={verb === 'remove' ? 'danger' : 'primary'}>
        {deedOf(verb)} <KeySign>↵</KeySign>
      </FormActions>
    </form>
  );
}
