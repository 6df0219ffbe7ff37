'use client';

import { useRouter } from 'next/navigation';
import { TagChip } from '@/components/annotation/tag-chip';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useDialog } from '@/components/ui/use-dialog';
import { useChange } from '@/components/use-change';
import type { Tag } from '@/lib/core/api/groups';
import { TagForm } from './tag-form';

/** The tags of a group: add, rename, retire. Annotations follow a renamed tag; a retired one stays where it was used. */
export function VocabularyEditor({ group, tags }: { group: string; tags: Tag[] }) {
  const router = useRouter();
  const { error, change } = useChange();
  const patch = (tag: string, body: { name?: string; retired?: boolean }) =>
    change(() => api('PATCH /groups/{group}/tags/{tag}', { params: { group, tag }, body }));

  return (
    <div className="grid gap-4">
      <Refusal error={error} />
      <ul className="grid">
        {tags.map((tag) => (
          <TagRow key={tag.slug} tag={tag} onChange={(body) => patch(tag.slug, body)} />
        ))}
      </ul>
      <details className="rounded-md border border-rule">
        <summary className="min-h-11 px-4 py-2.5 font-medium text-sm">Add a tag</summary>
        <div className="px-4 pt-2 pb-4">
          <TagForm group={group} onAdded={() => router.refresh()} />
        </div>
      </details>
    </div>
  );
}

interface RowProps {
  tag: Tag;
  onChange: (body: { name?: string; retired?: boolean }) => void;
}

function TagRow({ tag, onChange }: RowProps) {
  const { dialog, ask } = useDialog();

  async function rename() {
    const input = { label: 'Name', value: tag.name, maxLength: 40 };
    const name = await ask({
      title: `Rename ${tag.name}`,
      text: 'Annotations follow.',
      action: 'Rename',
      input,
    });
    if (name?.trim() && name.trim() !== tag.name) onChange({ name: name.trim() });
  }

  return (
    <li className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1 border-rule border-b py-3 first:pt-0 last:border-0">
      {dialog}
      <span className="w-32 shrink-0 grow sm:grow-0">
        <TagChip tag={tag} />
      </span>
      {tag.shortcut && !tag.retired && (
        <kbd className="rounded border border-rule bg-surface px-1.5 text-ink-2 text-xs">{tag.shortcut}</kbd>
      )}
      <p className="min-w-40 flex-1 basis-full text-ink-2 text-sm sm:basis-40">
        {tag.retired ? 'Retired: no new uses.' : tag.definition}
      </p>
      <Button
        look="quiet"
        size="sm"
        className="max-sm:-ms-3 lg:min-w-24"
        aria-label={`Rename ${tag.name}`}
        onClick={rename}
      >
        Rename
      </Button>
      <Button
        look="quiet"
        size="sm"
        className="max-sm:me-auto lg:min-w-24"
        aria-label={`${tag.retired ? 'Bring back' : 'Retire'} ${tag.name}`}
        onClick={() => onChange({ retired: !tag.retired })}
      >
        {tag.retired ? 'Bring back' : 'Retire'}
      </Button>
    </li>
  );
}
