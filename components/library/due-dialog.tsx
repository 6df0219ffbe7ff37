'use client';

import type { FormEvent } from 'react';
import { DialogFrame } from '@/components/ui/dialog-frame';
import { TextField } from '@/components/ui/field';
import { FormActions } from '@/components/ui/form-actions';

interface Props {
  due: string | null;
  /** An ISO time, or null to take the date away. */
  onChange: (due: string | null) => Promise<void>;
  onClose: () => void;
}

/** Asks by which day an essay should be read; the day ends at midnight UTC. */
export function DueDialog({ due, onChange, onClose }: Props) {
  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const day = String(new FormData(event.currentTarget).get('due'));
    await onChange(day ? `${day}T23:59:59.000Z` : null);
    onClose();
  }

  return (
    <DialogFrame title="Due date" onClose={onClose}>
      <form onSubmit={save} className="grid gap-4">
        <TextField
          label="Read by"
          type="date"
          name="due"
          defaultValue={due?.slice(0, 10)}
          hint="Leave it empty for no date."
        />
        <FormActions onCancel={onClose}>Save</FormActions>
      </form>
    </DialogFrame>
  );
}
