'use client';

import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { TagChip } from '@/components/annotation/tag-chip';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useDialog } from '@/components/ui/use-dialog';
import { useRequest } from '@/components/use-request';
import type { Tag } from '@/lib/core/api/groups';

const styles = [
  { slot: 1, line: 'solid', name: 'Blue, solid' },
  { slot: 2, line: 'dashed', name: 'Orange, dashed' },
  { slot: 3, line: 'dotted', name: 'Dark red, dotted' },
  { slot: 4, line: 'double', name: 'Navy, double' },
] as const;
const glyphs = ['◆', '▲', '■', '●', '★', '✚', '◇', '△', '□', '○'];

/** The tags of a group: add, rename, retire. Annotations follow a renamed tag; a retired one stays where it was used. */
export function VocabularyEditor({ group, tags }: { group: string; tags: Tag[] }) {
  const router = useRouter();
  const { busy, error, run, fieldError } = useRequest();

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const style = styles[Number(form.get('style'))] ?? styles[3];
    const added = await run(() =>
      api('POST /groups/{group}/tags', {
        params: { group },
        body: {
          name: String(form.get('name')),
          definition: String(form.get('definition')),
          slot: style.slot,
          line: style.line,
          glyph: String(form.get('glyph')),
          shortcut: String(form.get('shortcut')) || null,
        },
      }),
    );
    if (added) element.reset();
    router.refresh();
  }

  async function change(tag: string, body: { name?: string; retired?: boolean }) {
    await run(() => api('PATCH /groups/{group}/tags/{tag}', { params: { group, tag }, body }));
    router.refresh();
  }

  return (
    <section aria-labelledby="vocabulary" className="grid gap-4">
      <h2 id="vocabulary" className="text-xl">
        Vocabulary
      </h2>
      {error && <Notice look="danger">{error.message}</Notice>}
      <ul className="grid">
        {tags.map((tag) => (
          <TagRow key={tag.slug} tag={tag} onChange={(body) => change(tag.slug, body)} />
        ))}
      </ul>
      <details className="rounded-md border border-rule px-4 py-3">
        <summary className="font-medium text-sm">Add a tag</summary>
        <form onSubmit={add} className="mt-4 grid gap-4 sm:grid-cols-2">
          <TextField label="Name" name="name" required maxLength={40} error={fieldError('name')} />
          <TextField
            label="Key"
            name="shortcut"
            maxLength={1}
            pattern="[a-z0-9]"
            hint="One letter or digit; may be empty."
            error={fieldError('shortcut')}
          />
          <SelectField label="Colour and line" name="style" defaultValue="3">
            {styles.map(({ slot, name }, index) => (
              <option key={slot} value={index}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField label="Sign" name="glyph" defaultValue="●">
            {glyphs.map((glyph) => (
              <option key={glyph}>{glyph}</option>
            ))}
          </SelectField>
          <div className="sm:col-span-2">
            <TextField
              label="Definition"
              name="definition"
              maxLength={500}
              hint="When should a reader use it?"
            />
          </div>
          <div>
            <Button type="submit" disabled={busy}>
              Add tag
            </Button>
          </div>
        </form>
      </details>
    </section>
  );
}

interface RowProps {
  tag: Tag;
  onChange: (body: { name?: string; retired?: boolean }) => void;
}

function TagRow({ tag, onChange }: RowProps) {
  const { dialog, ask } = useDialog();

  async function rename() {
    const name = await ask({
      title: `Rename ${tag.name}`,
      text: 'Annotations follow.',
      action: 'Rename',
      input: { label: 'Name', value: tag.name, maxLength: 40 },
    });
    if (name?.trim() && name.trim() !== tag.name) onChange({ name: name.trim() });
  }

  return (
    <li className="flex flex-wrap items-center gap-3 border-rule border-b py-3 last:border-0">
      {dialog}
      <TagChip tag={tag} />
      {tag.shortcut && (
        <kbd className="rounded border border-rule bg-surface px-1.5 text-ink-2 text-xs">{tag.shortcut}</kbd>
      )}
      <p className="min-w-40 flex-1 text-ink-2 text-sm">
        {tag.retired ? 'Retired: no new uses.' : tag.definition}
      </p>
      <Button look="quiet" size="sm" onClick={rename}>
        Rename
      </Button>
      <Button look="quiet" size="sm" onClick={() => onChange({ retired: !tag.retired })}>
        {tag.retired ? 'Bring back' : 'Retire'}
      </Button>
    </li>
  );
}
