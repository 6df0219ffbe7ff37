import 'server-only';
import { logCsv } from '@/lib/core/moderation/log-csv';
import type { Viewer } from '@/lib/server/data/viewer';
import { moderationLog } from './log';

/** The whole log as a file, oldest first, with what the viewer may know of it. */
export async function logFile(viewer: Viewer, group: string, format: 'csv' | 'jsonl'): Promise<string> {
  const entries = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await moderationLog(viewer, group, { after: after ?? undefined, limit: 500 });
    entries.push(...page.items);
    after = page.next;
  }
  entries.reverse();
  return format === 'csv' ? logCsv(entries) : entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}
