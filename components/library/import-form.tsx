'use client';

import { type SubmitEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { KeptNote } from '@/components/ui/kept-note';
import { Notice } from '@/components/ui/notice';
import { Refusal } from '@/components/ui/refusal';
import { useKeptForm } from '@/components/use-kept-form';
import type { EssayDraft } from '@/lib/core/api/essays';
import { DescriptionFields } from './description-fields';
import { PreviewPane } from './preview-pane';
import { hasTitle } from './same-title';
import { SourceField } from './source-field';
import { useImport } from './use-import';

interface Props {
  group: { slug: string };
  /** Whose words are kept: another person in the same tab does not find them. */
  viewer: string;
  /** Of the essays that are on the list. */
  titles: readonly string[];
}

const unshown: ReadonlySet<string> = new Set(['share', 'authors', 'licence']);

/** Brings an essay in: paste or upload, look at what the importer made of it, add it. */
export function ImportForm({ group, viewer, titles }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const key = `cruxbook.import.${viewer}.${group.slug}`;
  const [title, setTitle] = useState('');
  const [resets, setResets] = useState(0);
  const kept = useKeptForm(form, key, { onRestore: ({ title = '' }) => setTitle(title) });
  const { preview, forget, look, add, existing, pending, error, fields } = useImport(group.slug, kept.forget);

  function fill(content: string, format: EssayDraft['format']) {
    if (!form.current) return;
    const { elements } = form.current;
    (elements.namedItem('content') as HTMLTextAreaElement).value = content;
    (elements.namedItem('format') as HTMLSelectElement).value = format;
    form.current.dispatchEvent(new Event('input', { bubbles: true }));
    look(form.current);
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const looking = event.submitter?.getAttribute('value') === 'preview';
    void (looking ? look : add)(event.currentTarget);
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      // A preview belongs to the text that it was made of, and shows nothing of some fields.
      onInput={({ currentTarget, target }) => {
        if (!unshown.has((target as HTMLInputElement).name)) forget();
        setTitle(String(new FormData(currentTarget).get('title') ?? ''));
      }}
      onReset={() => {
        forget();
        setTitle('');
        setResets((count) => count + 1);
      }}
      className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
    >
      <div className="grid min-w-0 gap-5">
        <KeptNote {...kept} />
        <SourceField key={resets} error={fields.content} fill={fill} />
        <DescriptionFields errors={fields} />
        <SelectField
          label="Exports"
          name="share"
          hint="Visitors and others outside the group get the text only under an open licence such as CC BY."
        >
          <option value="true">Members may take it along</option>
          <option value="false">Only under an open licence</option>
        </SelectField>
        {!error && hasTitle(titles, preview?.title ?? title) && (
          <Notice>An essay of this title is on the list already.</Notice>
        )}
        <Refusal error={error}>
          {existing && <a href={`/g/${group.slug}/${existing.slug}`}>Read it</a>}
        </Refusal>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" disabled={pending}>
            Add to the reading list
          </Button>
          <Button type="submit" look="outline" value="preview" disabled={pending}>
            Preview
          </Button>
          <span role="status" className="text-ink-2 text-sm">
            {pending && 'Reading the text… A long one takes a few seconds.'}
          </span>
        </div>
      </div>
      <PreviewPane preview={preview} group={group.slug} />
    </form>
  );
}
