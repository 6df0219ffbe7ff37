import { expect, test } from 'vitest';
import type { LogEntry } from '@/lib/core/api/moderation';
import { logCsv } from './log-csv';

const ann = { id: '00000000-0000-7000-8000-000000000001', name: 'Ann' };
const entry: LogEntry = {
  id: '00000000-0000-7000-8000-000000000002',
  verb: 'hide',
  kind: 'reply',
  subject: null,
  author: null,
  actor: ann,
  reason: 'spam',
  note: null,
  excerpt: null,
  before: 'shown',
  after: 'hidden',
  undoes: null,
  undoneBy: null,
  created: '2026-01-01T00:00:00.000Z',
};

test('begins with the names of the columns, and ends each line with CRLF', () => {
  expect(logCsv([entry])).toBe(
    'id,created,verb,kind,subject,actor,author,reason,note,excerpt,before,after,undoes\r\n' +
      `${entry.id},2026-01-01T00:00:00.000Z,hide,reply,,Ann,,spam,,,shown,hidden,\r\n`,
  );
});

test('what somebody wrote is no formula', () => {
  expect(logCsv([{ ...entry, note: '=1+1, they say' }])).toContain(`,spam,"'=1+1, they say",`);
});
