import 'server-only';
import type { Concordance, ConcordanceQuery } from '@/lib/core/api/search';
import { sortedKwic } from '@/lib/core/search/kwic';
import { groupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { mostLines } from './concordance-line';
import { linesOfTag } from './lines-of-tag';
import { linesOfWords } from './lines-of-words';

/** A word in the texts of a group or in what was said on them, or its passages with a tag, in their context. */
export async function concordance(
  viewer: Viewer,
  group: string,
  { sort, ...asked }: ConcordanceQuery,
): Promise<Concordance> {
  const scope = await groupFor(viewer, group, 'annotation.read');
  const linesOf = asked.tag === undefined ? linesOfWords : linesOfTag;
  const { lines, isCut } = await linesOf(viewer, scope, asked);
  return { lines: sortedKwic(lines.slice(0, mostLines), sort), capped: isCut || lines.length > mostLines };
}
