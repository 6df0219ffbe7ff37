'use client';

import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { FormFooter } from '@/components/account/form-footer';
import { api } from '@/components/api-client';
import { When } from '@/components/crux/when';
import { refreshWhenBehind } from '@/components/refresh-when-behind';
import { TextArea } from '@/components/ui/field';
import { KeptNote } from '@/components/ui/kept-note';
import { useKeptForm } from '@/components/use-kept-form';
import { useForm } from '@/components/use-request';
import type { Guideline } from '@/lib/core/api/groups';

interface Props {
  /** Slug. */
  group: string;
  /** Whose words are kept until they are sent. */
  viewer: string;
  guideline: Guideline;
}

/** How to annotate in a group; what it said before stays to be read. */
export function GuidelineForm({ group, viewer, guideline }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const kept = useKeptForm(form, `cruxbook.guideline.${viewer}.${group}`);
  const router = useRouter();
  const { fields, onSubmit, ...outcome } = useForm(async (value) => {
    const body = { markdown: value('markdown') };
    const params = { group };
    await api('PUT /groups/{group}/guideline', { params, body, version: guideline.version }).catch(
      refreshWhenBehind(router),
    );
    kept.forget(body);
    router.refresh();
  });
  const earlier = guideline.history.slice(1);
  return (
    <div className="grid gap-5">
      <form ref={form} onSubmit={onSubmit} className="grid gap-5">
        <KeptNote {...kept} />
        <TextArea
          label="How to annotate here"
          name="markdown"
          rows={8}
          maxLength={50_000}
          defaultValue={guideline.markdown}
          hint="What counts as what, and what does not, with examples. Markdown. Everybody who reads the group can read it, and it goes along with its corpus."
          dir="auto"
          error={fields.markdown}
        />
        <FormFooter label="Save guideline" {...outcome} done={outcome.done && 'Saved.'} />
      </form>
      {earlier.length > 0 && (
        <details className="rounded-md border border-rule">
          <summary className="min-h-11 px-4 py-2.5 font-medium text-sm">What it said before</summary>
          <ol className="grid gap-4 px-4 pt-2 pb-4">
            {earlier.map(({ version, markdown, created, editor }) => (
              <li key={version} className="grid gap-1 text-sm">
                <p className="text-ink-2">
                  Version {version}, <bdi>{editor.name}</bdi>, <When at={created} />
                </p>
                <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
                  {markdown || 'Nothing.'}
                </p>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
