'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { v7 } from 'uuid';
import { api } from '@/components/api-client';
import { useRequest } from '@/components/use-request';
import type { EssayDraft } from '@/lib/core/api/essays';
import type { Preview } from './preview-pane';

export type Format = EssayDraft['format'];
type Source = Pick<EssayDraft, 'content' | 'format'>;

/** The text being brought in, what the importer makes of it, and the two requests. */
export function useImport(group: string) {
  const router = useRouter();
  const request = useRequest();
  const [source, setSource] = useState<Source>({ content: '', format: 'text' });
  const [preview, setPreview] = useState<Preview | null>(null);
  const params = { group };

  /** A preview belongs to the text it was made of. */
  function change(part: Partial<Source>) {
    setSource({ ...source, ...part });
    setPreview(null);
  }

  async function look(form: FormData) {
    const body = { ...source, ...description(form) };
    const made = await request.run(() => api('POST /groups/{group}/essays/preview', { params, body }));
    if (made) setPreview(made);
  }

  async function add(form: FormData) {
    const body = { id: v7(), ...source, ...description(form) };
    const added = await request.run(() => api('POST /groups/{group}/essays', { params, body }));
    if (added) router.push(`/g/${group}/${added.slug}`);
  }

  const existing = request.error?.problem?.existing as { slug: string; title: string } | undefined;
  return { ...request, source, change, preview, look, add, existing };
}

/** What the form says about the essay; empty fields are left to the importer. */
function description(form: FormData): Partial<EssayDraft> {
  const field = (name: string) => String(form.get(name) ?? '').trim();
  const authors = field('authors')
    .split(',')
    .map((author) => author.trim())
    .filter(Boolean);
  const given = Object.fromEntries(
    ['title', 'sourceUrl', 'licence', 'language']
      .map((name) => [name, field(name)])
      .filter(([, value]) => value),
  );
  return { ...given, ...(authors.length > 0 && { authors }) };
}
