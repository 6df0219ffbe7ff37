'use client';

import { useState } from 'react';
import { api } from '@/components/api-client';
import { TextArea } from '@/components/ui/field';
import { FormActions } from '@/components/ui/form-actions';
import { useRequest } from '@/components/use-request';
import type { SubjectKind } from '@/lib/core/api/moderation';
import { reasonKeys, reasons } from '@/lib/core/moderation/reasons';

export interface Flagged {
  kind: SubjectKind;
  id: string;
}

interface Props {
  group: string;
  thing: Flagged;
  /** Called when moderators have it. */
  onDone: () => void;
  /** Absent: what shows the form can be closed otherwise. */
  onCancel?: () => void;
}

/** Asks moderators to look at something, and says why. */
export function FlagForm({ group, thing, onDone, onCancel }: Props) {
  const { error, pending, run } = useRequest();
  const [reason, setReason] = useState<keyof typeof reasons>();
  const [note, setNote] = useState('');
  const send = async () => {
    if (!reason) return;
    const body = { ...thing, reason, note };
    if (await run(() => api('POST /groups/{group}/flags', { params: { group }, body }))) onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      className="grid gap-4"
    >
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-medium text-sm">What is wrong with it?</legend>
        {reasonKeys.map((key) => (
          <label
            key={key}
            className="flex min-h-9 items-baseline gap-2 rounded-md px-2 py-1 text-sm hover:bg-sunken has-checked:bg-accent-soft pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name="reason"
              required
              checked={key === reason}
              onChange={() => setReason(key)}
            />
            <span>
              {reasons[key].name}
              {reasons[key].told && <span className="block text-ink-3">{reasons[key].told}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <TextArea
        label={reason === 'other' ? 'What is it?' : 'Anything moderators should know?'}
        name="note"
        rows={2}
        maxLength={1000}
        required={reason === 'other'}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        hint="Moderators see who flagged it; its author does not."
      />
      <FormActions error={error} onCancel={onCancel} disabled={pending}>
        Send to moderators
      </FormActions>
    </form>
  );
}
