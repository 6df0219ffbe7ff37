import 'server-only';
import type { Concordance, ConcordanceQuery } from '@/lib/core/api/search';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { sortedKwic } from '@/lib/core/search/kwic';
import { type GroupScope, groupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { mostLines } from './concordance-line';
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
  /** For a file: users of whom nothing comes, and nothing that not all in the group see. */
  leftOut?: readonly string[];
  /** A comment as it may be read; as it is unless told. */
  said?: (comment: CommentDocument) => CommentDocument;
}

/** Of a group that the viewer may read. */
export async function concordanceOf(
  viewer: Viewer,
  scope: GroupScope,
  { sort, ...asked }: Asked,
): Promise<Concordance> {
  const linesOf = asked.tag === undefined ? linesOfWords : linesOfTag;
  const { lines, isCut } = await linesOf(viewer, scope, asked);
  return { lines: sortedKwic(lines.slice(0, mostLines), sort), capped: isCut || lines.length > mostLines };
}
