'use client';

import '@/components/reader/article.css';
import type { Output } from '@/lib/core/api/contracts';
import { readingTime } from '@/lib/core/essay/reading-time';

export type Preview = Output<'POST /groups/{group}/essays/preview'>;

/** What the importer made of a text. The HTML is the server's own serialisation of the sanitised document. */
export function PreviewPane({ preview, group }: { preview: Preview | null; group: string }) {
  return (
    <section aria-label="Preview" aria-live="polite" className="min-w-0 lg:sticky lg:top-6">
      {preview ? (
        <div className="grid gap-3 rounded-lg border border-rule p-5">
          <p className="text-ink-3 text-sm">
            {preview.words.toLocaleString('en')} words · {readingTime(preview.words)}
          </p>
          {preview.duplicate && (
            <p className="text-danger text-sm">
              Already on the list:{' '}
              <a href={`/g/${group}/${preview.duplicate.slug}`}>{preview.duplicate.title}</a>
            </p>
          )}
          {preview.warnings.length > 0 && (
            <ul className="list-disc rounded-md bg-surface px-7 py-3 text-ink-2 text-sm">
              {preview.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          )}
          {/* A text that begins with its title shows it by itself. */}
          {!/^(<[^>]*>)*?<h1\b/.test(preview.html) && (
            <h2 className="text-2xl" dir="auto">
              {preview.title}
            </h2>
          )}
          <div
            id="essay"
            data-whole=""
            className="max-h-[70vh] overflow-y-auto font-read text-lg leading-relaxed"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            role="region"
            aria-label="As readers will see it"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: articleHtml's output, escaped and allow-listed on the server
            dangerouslySetInnerHTML={{ __html: preview.html }}
          />
        </div>
      ) : (
        <div className="grid gap-2 rounded-lg bg-surface p-6 text-ink-2 text-sm max-lg:hidden">
          <h2 className="text-ink text-xl">Preview</h2>
          <p>
            Headings, paragraphs, lists and footnotes, as readers will see them. A file or a pasted text is
            shown at once; press Preview for what you type.
          </p>
        </div>
      )}
    </section>
  );
}
