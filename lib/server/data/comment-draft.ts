import 'server-only';
import type { CommentDraft } from '@/lib/core/annotation/annotation';
import { invalid } from '@/lib/core/api/problem';
import { type CommentDocument, isEmptyComment } from '@/lib/core/essay/comment-document';
import { commentToMarkdown, markdownToComment } from '@/lib/core/essay/comment-markdown';
import { CommentError, parseComment } from '@/lib/core/essay/comment-schema';
import { mayName, type Named, withMentions } from '@/lib/core/essay/named-mention';
import { mentionedIds, settledMentions } from '@/lib/core/essay/settled-mentions';
import { query } from './database';

/** A comment as it is kept: both renditions of the same words. */
export interface KeptComment {
  document: CommentDocument;
  markdown: string;
}

/**
 * Checks a comment and settles whom it mentions: members by their name of today, others become plain text. An "@" with a
 * name that one member alone has is a mention however it was written.
 */
export async function commentFrom(group: string, draft: CommentDraft): Promise<KeptComment | null> {
  const sent = refusing(() =>
    'markdown' in draft ? markdownToComment(draft.markdown) : parseComment(draft.document),
  );
  if (isEmptyComment(sent)) return null;
  const mentioned = mayName(sent) ? null : [...mentionedIds(sent)];
  if (mentioned?.length === 0) return { document: sent, markdown: commentToMarkdown(sent) };
  const people = await members(group, mentioned);
  const known = new Map(people.map((person) => [person.id, person]));
  // In this order, or whoever is left as text could be taken for somebody else of that first name.
  const document = parseComment(
    settledMentions(withMentions(sent, mentioned ? [] : people), (id) => known.get(id)),
  );
  return { document, markdown: commentToMarkdown(document) };
}

/** The same where words are needed. */
export async function wordsFrom(group: string, draft: CommentDraft): Promise<KeptComment> {
  const comment = await commentFrom(group, draft);
  if (!comment) throw invalid('comment', 'Write something first.');
  return comment;
}

function refusing<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof CommentError) throw invalid('comment', error.message);
    throw error;
  }
}

/** Of these ids; null: all. */
const members = (group: string, ids: string[] | null): Promise<Named[]> =>
  query(
    'members-named',
    `SELECT u.id, u.name FROM membership m JOIN "user" u ON u.id = m.user_id
     WHERE m.group_id = $1::uuid AND ($2::text[] IS NULL OR u.id::text = ANY($2::text[]))`,
    [group, ids],
  );
