'use client';

import { Ellipsis } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api } from '@/components/api-client';
import { type Deed, DeedMenu } from '@/components/ui/deed-menu';
import { Refusal } from '@/components/ui/refusal';
import { useDialog } from '@/components/ui/use-dialog';
import { useChange } from '@/components/use-change';
import type { ListedEssay } from '@/lib/core/api/essays';
import { DetailsDialog } from './details-dialog';
import { DueDialog } from './due-dialog';

interface Props {
  group: string;
  essay: ListedEssay;
  /** Its place, counted from 0, of so many. */
  index: number;
  count: number;
}

/** Corrects, moves, dates or removes one entry of the reading list, and leads to what moderators do with its text. */
export function ReadingListMenu({ group, essay, index, count }: Props) {
  const { error, change, remove, question } = useEntry(group, essay);
  const router = useRouter();
  const [told, setTold] = useState('');
  const [open, setOpen] = useState<'details' | 'due' | null>(null);
  const close = () => setOpen(null);
  const path = `/g/${group}/${essay.slug}`;
  const move = async (position: number) => {
    if (await change({ position })) setTold(`Moved to place ${position + 1} of ${count}.`);
  };
  const deeds: Deed[] = [
    { label: 'Move up', disabled: index === 0, run: () => void move(index - 1) },
    { label: 'Move down', disabled: index === count - 1, run: () => void move(index + 1) },
    { label: 'Edit details…', run: () => setOpen('details') },
    { label: 'Set due date…', run: () => setOpen('due') },
    { label: 'Have people read it blind', run: () => router.push(`${path}/rounds` as Route) },
    { label: 'Decide on passages', run: () => router.push(`${path}/adjudicate` as Route) },
    { label: 'Take off the list…', run: () => void remove(), danger: true },
  ];
  return (
    <div className="relative z-10 has-[[role=alert]]:z-20">
      <DeedMenu
        label={`More about ${essay.title}`}
        deeds={deeds}
        className="grid size-10 place-items-center rounded-md text-ink-2 hover:bg-sunken pointer-coarse:size-11"
      >
        <Ellipsis size={18} aria-hidden="true" />
      </DeedMenu>
      <span role="status" className="sr-only">
        {told}
      </span>
      {question}
      <div className="absolute end-0 top-full w-64">
        <Refusal error={error} />
      </div>
      {open === 'details' && <DetailsDialog group={group} essay={essay} onClose={close} />}
      {open === 'due' && (
        <DueDialog
          due={essay.due}
          onChange={async (day) => void (await change({ due: day }))}
          onClose={close}
        />
      )}
    </div>
  );
}

/** What can be done to an entry, each by one request. */
function useEntry(group: string, essay: ListedEssay) {
  const { error, change: send } = useChange();
  const { dialog: question, ask } = useDialog();
  const params = { group, essay: essay.id };

  async function change(body: { position?: number; due?: string | null }) {
    const { version } = essay;
    const patch = () => api('PATCH /groups/{group}/essays/{essay}', { params, body, version });
    return (await send(patch)) !== undefined;
  }

  async function remove() {
    const lost =
      essay.annotations > 0 && `Its ${essay.annotations} annotations in this group are deleted with it.`;
    const title = `Take “${essay.title}” off the reading list?`;
    if ((await ask({ title, text: lost, action: 'Take off', danger: true })) === null) return;
    await send(() => api('DELETE /groups/{group}/essays/{essay}', { params }));
  }

  return { error, change, remove, question };
}
