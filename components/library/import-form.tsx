'use client';

import { type FormEvent, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField, TextArea, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { FileDrop } from './file-drop';
import { PreviewPane } from './preview-pane';
import { type Format, useImport } from './use-import';

/** Brings an essay in: paste or upload, look at what the importer made of it, add it. */
export function ImportForm({ group }: { group: { slug: string } }) {
  const form = useRef<HTMLFormElement>(null);
  const { source, change, preview, look, add, existing, busy, error, fieldError } = useImport(group.slug);
  const nothing = source.content.trim() === '';

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void add(new FormData(event.currentTarget));
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
    >
      <div className="grid gap-5">
        <FileDrop onText={(content, format) => change({ content, format })} />
        <TextArea
          label="Text"
          rows={14}
          required
          value={source.content}
          onChange={(event) => change({ content: event.target.value })}
          placeholder="Paste the essay here"
          className="font-mono text-sm"
          error={fieldError('content')}
        />
        <SelectField
          label="Format"
          value={source.format}
          onChange={(event) => change({ format: event.target.value as Format })}
        >
          <option value="text">Plain text</option>
          <option value="markdown">Markdown</option>
          <option value="html">HTML</option>
        </SelectField>
        <Description fieldError={fieldError} />
        {error && (
          <Notice look="danger">
            {error.message} {existing && <a href={`/g/${group.slug}/${existing.slug}`}>{existing.title}</a>}
          </Notice>
        )}
        <div className="flex gap-3">
          <Button type="submit" disabled={busy || nothing}>
            {busy ? 'Working…' : 'Add to the reading list'}
          </Button>
          <Button
            look="outline"
            onClick={() => look(new FormData(form.current ?? undefined))}
            disabled={busy || nothing}
          >
            Preview
          </Button>
        </div>
      </div>
      <PreviewPane preview={preview} group={group.slug} />
    </form>
  );
}

function Description({ fieldError }: { fieldError: (name: string) => string | undefined }) {
  return (
    <>
      <TextField
        label="Title"
        name="title"
        maxLength={300}
        hint="Empty: the first heading or line of the text."
        error={fieldError('title')}
      />
      <details className="rounded-md border border-rule px-4 py-3">
        <summary className="font-medium text-sm">Authors, source, licence, language</summary>
        <div className="mt-4 grid gap-4">
          <TextField
            label="Authors"
            name="authors"
            hint="Separated by commas."
            error={fieldError('authors')}
          />
          <TextField
            label="Source"
            name="sourceUrl"
            type="url"
            placeholder="https://"
            error={fieldError('sourceUrl')}
          />
          <TextField label="Licence" name="licence" placeholder="CC BY 4.0" error={fieldError('licence')} />
          <TextField
            label="Language"
            name="language"
            defaultValue="en"
            hint="Code such as en, de, ar, zh-Hant."
            error={fieldError('language')}
          />
        </div>
      </details>
    </>
  );
}
