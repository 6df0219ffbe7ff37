import type { ConcordanceLine } from '@/lib/core/api/search';
import { csv } from './csv';

const header = ['before', 'key', 'after', 'essay', 'title', 'person', 'start', 'end', 'path'];

/** A row for each line of a concordance; `start` and `end` in Unicode code points. */
export const concordanceCsv = (lines: readonly ConcordanceLine[]): string =>
  csv([
    header,
    ...lines.map(({ before, key, after, essay, person, start, end, path }) => [
      before,
      key,
      after,
      essay.slug,
      essay.title,
      person?.name ?? null,
      start,
      end,
      path,
    ]),
  ]);
