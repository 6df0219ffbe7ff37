'use client';

import { Menu } from '@base-ui/react/menu';
import { CalendarDays, Ellipsis } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef } from 'react';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { menuItemClass, menuPopupClass } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { useDialog } from '@/components/ui/use-dialog';
import { useRequest } from '@/components/use-request';
import type { ListedEssay } from '@/lib/core/api/essays';

interface Props {
  group: string;
  essay: ListedEssay;
  first: boolean;
  last: boolean;
}

/** Moves, dates or removes one entry of the reading list. */
export function ReadingListMenu({ group, essay, first, last }: Props) {
  const router = useRouter();
  const { error, run } = useRequest();
  const { dialog: question, ask } = useDialog();
  const dialog = useRef<HTMLDialogElement>(null);
  const params = { group, essay: essay.id };

  async function change(body: { position?: number; due?: string | null }) {
    await run(() => api('PATCH /groups/{group}/essays/{essay}', { params, body, version: essay.version }));
    router.refresh();
  }

  async function remove() {
    const notes =
      essay.annotations > 0 ? `Its ${essay.annotations} annotations in this group are deleted with it.` : '';
    const answer = await ask({
      title: `Take “${essay.title}” off the reading list?`,
      text: notes,
      action: 'Take off',
      danger: true,
    });
    if (answer === null) return;
    await run(() => api('DELETE /groups/{group}/essays/{essay}', { params }));
    router.refresh();
  }

  async function setDue(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const day = String(new FormData(event.currentTarget).get('due'));
    await change({ due: day ? `${day}T23:59:59.000Z` : null });
    dialog.current?.close();
  }

  return (
    <div className="relative z-10">
      <Menu.Root>
        <Menu.Trigger
          aria-label={`More about ${essay.title}`}
          className="grid size-10 place-items-center rounded-md text-ink-2 hover:bg-sunken pointer-coarse:size-11"
        >
          <Ellipsis size={18} aria-hidden="true" />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} align="end" className="z-50">
            <Menu.Popup className={menuPopupClass}>
              <Menu.Item
                className={menuItemClass}
                disabled={first}
                onClick={() => change({ position: Math.max(0, essay.position - 1) })}
              >
                Move up
              </Menu.Item>
              <Menu.Item
                className={menuItemClass}
                disabled={last}
                onClick={() => change({ position: essay.position + 1 })}
              >
                Move down
              </Menu.Item>
              <Menu.Item className={menuItemClass} onClick={() => dialog.current?.showModal()}>
                Set due date…
              </Menu.Item>
              <Menu.Item className={`${menuItemClass} text-danger`} onClick={remove}>
                Take off the list…
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {question}
      {error && <Notice look="danger">{error.message}</Notice>}
      <dialog
        ref={dialog}
        aria-label="Due date"
        className="m-auto w-80 rounded-lg border border-rule bg-raised p-5 text-ink shadow-raised backdrop:bg-black/40"
      >
        <form onSubmit={setDue} className="grid gap-4">
          <TextField label="Read by" type="date" name="due" defaultValue={essay.due?.slice(0, 10)} />
          <div className="flex justify-end gap-2">
            <Button look="quiet" onClick={() => dialog.current?.close()}>
              Cancel
            </Button>
            <Button type="submit">
              <CalendarDays size={16} aria-hidden="true" /> Save
            </Button>
          </div>
        </form>
      </dialog>
    </div>
  );
}
