'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { v7 } from 'uuid';
import { ApiError, api } from '@/components/api-client';
import { useRequest } from '@/components/use-request';
import type { EssayDraft } from '@/lib/core/api/essays';
import { longestSource } from '@/lib/core/importing/longest-source';
import { authorsIn } from './description-fields';
import type { Preview } from './preview-pane';

/** A megabyte over a slow line, and a second or two of reading it. */
const patience = () => AbortSignal.timeout(120_000);

/** What the importer makes of the text in the form, and the two requests. */
export function useImport(group: string, onAdded: () => void) {
  const router = useRouter();
  const { run, ...request } = useRequest();
  const [preview, setPreview] = useState<Preview | null>(null);
  // The same for every try, so that a lost answer puts nothing on the list twice.
  const id = useRef('');
  // Which text the form holds: the answer about an earlier one comes too late.
  const text = useRef(0);
  const turn = useRef(Promise.resolve());
  const params = { group };

  function forget() {
    text.current++;
    setPreview(null);
  }

  /** A text that comes while an earlier one is looked at has its turn after that, if it is still the one. */
  function look(form: HTMLFormElement) {
    const asked = text.current;
    const see = async () => {
      const body = draftOf(form);
      const seen = await api('POST /groups/{group}/essays/preview', { params, body, signal: patience() });
      if (asked === text.current) setPreview(seen);
    };
    const next = async () => {
      if (asked === text.current) await run(see, form);
    };
    turn.current = turn.current.then(next, next);
  }

  const add = (form: HTMLFormElement) =>
    run(async () => {
      id.current ||= v7();
      const body = { id: id.current, ...draftOf(form) };
      const added = await api('POST /groups/{group}/essays', { params, body, signal: patience() });
      onAdded();
      router.push(`/g/${group}/${added.slug}`);
    }, form);

  const existing = request.error?.problem?.existing as { slug: string; title: string } | undefined;
  return { ...request, preview, forget, look, add, existing };
}

/** What the form says; empty fields are left to the importer. */
function draftOf(form: HTMLFormElement): EssayDraft {
  const values = new FormData(form);
  const field = (name: string) => String(values.get(name) ?? '').trim();
  const content = String(values.get('content') ?? '');
  if (content.length > longestSource) throw tooLong(content.length);
  const authors = authorsIn(field('authors'));
  const given = Object.fromEntries(
    ['title', 'sourceUrl', 'licence', 'language']
      .map((name) => [name, field(name)])
      .filter(([, value]) => value),
  );
  const format = field('format') as EssayDraft['format'];
  const share = field('share') === 'true';
  return { content, format, share, ...given, ...(authors.length > 0 && { authors }) };
}

/** Said before the upload rather than after it. */
function tooLong(length: number) {
  const detail = `This text has ${millions(length)} million characters; at most ${millions(longestSource)} million can be read.`;
  return new ApiError(413, { type: 'urn:cruxbook:too-large', title: 'Too large', status: 413, detail });
}

export const millions = (n: number) => (Math.ceil(n / 1e5) / 10).toLocaleString('en');
