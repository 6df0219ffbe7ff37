import 'server-only';
import type { ExportPreview } from '@/lib/core/api/export';
import type { CorpusAnnotation } from '@/lib/core/corpus/corpus';
import type { ExportChoice } from '@/lib/core/corpus/export-choice';
import { standingComment } from '@/lib/core/corpus/standing-comment';
import { commentToText } from '@/lib/core/essay/comment-document';
import type { ExportFormat } from '@/lib/core/export/export-format';
import { type ExportFormatName, exportFormats } from '@/lib/core/export/export-formats';
import { heldCounts } from '@/lib/core/export/held-counts';
import type { Viewer } from '@/lib/server/data/viewer';
import { type CorpusPart, readCorpus } from './read-corpus';

const shownRows = 10;

/**
 * What an export of the choice would hold in a format, the one that keeps all unless told, and its first annotations; it
 * reads no further. `signal`: when nobody waits for it any more.
 */
export async function previewCorpus(
  viewer: Viewer,
  group: string,
  {
    format = 'jsonl',
    ...choice
  }: ExportChoice & { format?: ExportFormatName | undefined; signal?: AbortSignal | undefined },
): Promise<ExportPreview> {
  const told: ExportFormat = exportFormats[format];
  // One that has no texts loses nothing by those that do not come.
  const withoutText = hasTexts(told) ? told.withoutText : 'quotations';
  const preview: Partial<ExportPreview> & Pick<ExportPreview, 'rows'> = { rows: [], withoutText };
  let title = '';
  for await (const part of await readCorpus(viewer, group, { ...choice, takes: told })) {
    if ('head' in part) Object.assign(preview, beginning(part, told));
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

const beginning = (
  { head, unlicensed, texts }: Extract<CorpusPart, { head: unknown }>,
  format: ExportFormat,
): Omit<ExportPreview, 'rows' | 'withoutText'> => ({
  ...heldCounts(format, head, texts),
  changed: head.changed,
  unlicensed: hasTexts(format) ? unlicensed : [],
});

const hasTexts = ({ lacks }: ExportFormat) => !lacks.includes('documents');

const row = ({ id, person, tags, quote, comment, replies }: CorpusAnnotation, essay: string) => ({
  id,
  essay,
  person: person.name,
  tags: [...tags],
  replies: replies.length,
  comment: comment === null ? null : commentToText(standingComment(comment)),
  quote: quote.length > 300 ? `${quote.slice(0, 300).toWellFormed()}…` : quote,
});
