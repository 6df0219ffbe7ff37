import type { LogEntry } from '@/lib/core/api/moderation';
import { csv } from '@/lib/core/export/csv/csv';

const columns: Record<string, (entry: LogEntry) => string | null> = {
  id: ({ id }) => id,
  created: ({ created }) => created,
  verb: ({ verb }) => verb,
  kind: ({ kind }) => kind,
  subject: ({ subject }) => subject,
  actor: ({ actor }) => actor.name,
  author: ({ author }) => author?.name ?? null,
  reason: ({ reason }) => reason,
  note: ({ note }) => note,
  excerpt: ({ excerpt }) => excerpt,
  before: ({ before }) => before,
  after: ({ after }) => after,
  undoes: ({ undoes }) => undoes,
};

/** The log as CSV, one line an entry. */
export const logCsv = (entries: readonly LogEntry[]): string =>
  csv([Object.keys(columns), ...entries.map((entry) => Object.values(columns).map((cell) => cell(entry)))]);
