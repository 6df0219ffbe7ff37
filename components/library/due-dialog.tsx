'use client';

import type { FormEvent, RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';

interface Props {
  dialog: RefObject<HTMLDialogElement | null>;
  due: string | null;
  /** An ISO time, or null to take the date away. */
  onChange: (due: string | null) => Promise<void>;
}

/** Asks by which day an essay should be read; the day ends at midnight UTC. */
export function DueDialog({ dialog, due, onChange }: Props) {
  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const day = String(new FormData(event.currentTarget).get('due'));
    await onChange(day ? `${day}T23:59:59.000Z` : null);
    dialog.current?.close();
  }

  return (
    <dialog
      ref={dialog}
      aria-label="Due date"
      className="m-auto w-80 rounded-lg border border-rule bg-raised p-5 text-ink shadow-raised backdrop:bg-black/40"
    >
      <form onSubmit={save} className="grid gap-4">
        <TextField
          label="Read by"
          type="date"
          name="due"
          defaultValue={due?.slice(0, 10)}
          hint="Leave it empty for no date."
        />
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={() => dialog.current?.close()}>
            Cancel
          </Button>
          <Button type="submit">Save</Button>
        </div>
      </form>
    </dialog>
  );
}
