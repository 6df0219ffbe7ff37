'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { SelectField, TextArea, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useRequest } from '@/components/use-request';
import type { EssayDraft } from '@/lib/core/api/essays';
import { FileDrop } from './file-drop';
import { type Preview, PreviewPane } from './preview-pane';

type Format = EssayDraft['format'];

/** Brings an essay in: paste or upload, look at what the importer made of it, add it. */
export function ImportForm({ group }: { group: { slug: string } }) {
  const router = useRouter();
  const { busy, error, run, fieldError } = useRequest();
  const form = useRef<HTMLFormElement>(null);
  const [format, setFormat] = useState<Format>('text');
  const [content, setContent] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const params = { group: group.slug };

  const body = (): EssayDraft => {
    const field = (name: string) => String(new FormData(form.current ?? undefined).get(name) ?? '').trim();
    const authors = field('authors')
      .split(',')
      .map((author) => author.trim())
      .filter(Boolean);
    return {
      format,
      content,
      ...(field('title') && { title: field('title') }),
      ...(authors.length > 0 && { authors }),
      ...(field('sourceUrl') && { sourceUrl: field('sourceUrl') }),
      ...(field('licence') && { licence: field('licence') }),
      language: field('language') || 'en',
    };
  };

  async function look() {
    const made = await run(() => api('POST /groups/{group}/essays/preview', { params, body: body() }));
    if (made) setPreview(made);
  }

  async function add(event: FormEvent) {
    event.preventDefault();
    const added = await run(() =>
      api('POST /groups/{group}/essays', { params, body: { id: v7(), ...body() } }),
    );
    if (added) router.push(`/g/${group.slug}/${added.slug}`);
  }

  const existing = error?.problem?.existing as { slug: string; title: string } | undefined;
  return (
    <form
      ref={form}
      onSubmit={add}
      className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
    >
      <div className="grid gap-5">
        <FileDrop
          onText={(text, kind) => {
            setContent(text);
            setFormat(kind);
            setPreview(null);
          }}
        />
        <TextArea
          label="Text"
          rows={14}
          required
          value={content}
          onChange={(event) => {
            setContent(event.target.value);
            setPreview(null);
          }}
          placeholder="Paste the essay here"
          className="font-mono text-sm"
          error={fieldError('content')}
        />
        <SelectField
          label="Format"
          value={format}
          onChange={(event) => {
            setFormat(event.target.value as Format);
            setPreview(null);
          }}
        >
          <option value="text">Plain text</option>
          <option value="markdown">Markdown</option>
          <option value="html">HTML</option>
        </SelectField>
        <Description fieldError={fieldError} />
        {error && !existing && <Notice look="danger">{error.message}</Notice>}
        {existing && (
          <Notice look="danger">
            This text is already on the reading list:{' '}
            <a href={`/g/${group.slug}/${existing.slug}`}>{existing.title}</a>.
          </Notice>
        )}
        <div className="flex gap-3">
          <Button type="submit" disabled={busy || content.trim() === ''}>
            {busy ? 'Working…' : 'Add to the reading list'}
          </Button>
          <Button look="outline" onClick={look} disabled={busy || content.trim() === ''}>
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
