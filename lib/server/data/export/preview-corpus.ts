import 'server-only';
import type { ExportPreview } from '@/lib/core/api/export';
import type { CorpusAnnotation } from '@/lib/core/corpus/corpus';
import type { ExportChoice } from '@/lib/core/corpus/export-choice';
import type { Viewer } from '@/lib/server/data/viewer';
import { type CorpusPart, readCorpus } from './read-corpus';

const shownRows = 10;

/** What an export of the choice would hold, and its first annotations; it reads no further. */
export async function previewCorpus(
  viewer: Viewer,
  group: string,
  choice: ExportChoice,
): Promise<ExportPreview> {
  const preview: Partial<ExportPreview> & Pick<ExportPreview, 'rows'> = { rows: [] };
  let title = '';
  for await (const part of await readCorpus(viewer, group, choice)) {
    if ('head' in part) Object.assign(preview, beginning(part));
    else
      for (const record of part.records) {
        if (record.kind === 'document') title = record.title;
        else if (record.kind === 'annotation') preview.rows.push(row(record, title));
        if (preview.rows.length === shownRows) break;
      }
    if (preview.rows.length >= Math.min(shownRows, preview.counts?.annotations ?? 0)) break;
  }
  return preview as ExportPreview;
}

const beginning = ({
  head,
  withheld,
}: Extract<CorpusPart, { head: unknown }>): Omit<ExportPreview, 'rows'> => ({
  counts: head.counts,
  changed: head.changed,
  withheld: [
    ...new Map(withheld.map(({ essay, title, licence }) => [essay, { essay, title, licence }])).values(),
  ],
});

const row = ({ id, person, tags, quote, comment, replies }: CorpusAnnotation, essay: string) => ({
  ...{ id, essay, person: person.name, tags: [...tags], comment, replies: replies.length },
  quote: quote.length > 300 ? `${quote.slice(0, 300).toWellFormed()}…` : quote,
});
