import 'server-only';
import type { Concordance, ConcordanceQuery } from '@/lib/core/api/search';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { sortedKwic } from '@/lib/core/search/kwic';
import { type GroupScope, groupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { type Line, mostLines } from './concordance-line';
import { linesOfTag } from './lines-of-tag';
import { linesOfWords } from './lines-of-words';

/** A word in the texts of a group or in what was said on them, or its passages with a tag, in their context. */
export async function concordance(
  viewer: Viewer,
  group: string,
  asked: ConcordanceQuery,
): Promise<Concordance> {
  return concordanceOf(viewer, await groupFor(viewer, group, 'annotation.read'), asked);
}

interface Asked extends ConcordanceQuery {
  /** What comes of the lines; all of them unless told. */
  pass?: (lines: readonly Line[]) => Promise<readonly Line[]>;
  /** A comment as it may be read; as it is unless told. */
  said?: (comment: CommentDocument) => CommentDocument;
}

/** Of a group that the viewer may read. */
export async function concordanceOf(
  viewer: Viewer,
  scope: GroupScope,
  { sort, pass = async (lines) => lines, ...asked }: Asked,
): Promise<Concordance> {
  const linesOf = asked.tag === undefined ? linesOfWords : linesOfTag;
  const { lines, isCut } = await linesOf(viewer, scope, asked);
  const shown = (await pass(lines.slice(0, mostLines))).map(({ note: _, ...line }) => line);
  return { lines: sortedKwic(shown, sort), capped: isCut || lines.length > mostLines };
}
