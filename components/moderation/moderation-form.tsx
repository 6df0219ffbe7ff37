'use client';

import { useRouter } from 'next/navigation';
import { FormFooter } from '@/components/account/form-footer';
import { api } from '@/components/api-client';
import { TextField } from '@/components/ui/field';
import { useForm } from '@/components/use-request';
import type { Group } from '@/lib/core/api/groups';

/** How a group is moderated. */
export function ModerationForm({ group }: { group: Group }) {
  const router = useRouter();
  const { fields, onSubmit, ...outcome } = useForm(async (value, form) => {
    const openLog = new FormData(form).has('openLog');
    await api('PATCH /groups/{group}', {
      params: { group: group.id },
      body: { reviewFirst: Number(value('reviewFirst')), openLog },
      version: group.version,
    });
    router.refresh();
  });
  return (
    <form onSubmit={onSubmit} aria-label="Moderation" className="grid gap-5">
      <TextField
        label="First contributions of a new member that wait for a moderator"
        name="reviewFirst"
        type="number"
        min={0}
        max={100}
        required
        defaultValue={group.reviewFirst}
        error={fields.reviewFirst}
        hint="0: everybody sees what new members write at once."
        className="max-w-28"
      />
      <label className="flex items-start gap-3">
        <input type="checkbox" name="openLog" defaultChecked={group.openLog} className="mt-1 size-4" />
        <span className="grid">
          <span className="font-medium text-sm">Members can read what moderators decided</span>
          <span className="text-ink-2 text-sm">
            They see what was done and why, but not whose it was or what it said.
          </span>
        </span>
      </label>
      <FormFooter label="Save" {...outcome} done={outcome.done && 'Saved.'} />
    </form>
  );
}
