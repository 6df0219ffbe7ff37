import 'server-only';
import type { CommentDraft } from '@/lib/core/annotation/annotation';
import { invalid } from '@/lib/core/api/problem';
import { type CommentDocument, isEmptyComment } from '@/lib/core/essay/comment-document';
import { commentToMarkdown, markdownToComment } from '@/lib/core/essay/comment-markdown';
import { CommentError, parseComment } from '@/lib/core/essay/comment-schema';
import { query } from './database';

/** A comment as it is kept: both renditions of the same words. */
export interface KeptComment {
  document: CommentDocument;
  markdown: string;
}

/** Checks a comment and settles whom it mentions: members by their name of today, others become plain text. */
export async function commentFrom(group: string, draft: CommentDraft): Promise<KeptComment | null> {
  const sent = refusing(() =>
    'markdown' in draft ? markdownToComment(draft.markdown) : parseComment(draft.document),
  );
  if (isEmptyComment(sent)) return null;
  const mentioned = [...mentions(sent)];
  if (mentioned.length === 0) return { document: sent, markdown: commentToMarkdown(sent) };
  const names = await namesOfMembers(group, mentioned);
  const document = parseComment(settled(sent, names));
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

interface Node {
  type: string;
  attrs?: { id?: unknown };
  content?: Node[];
}

function* mentions(node: object): Generator<string> {
  const { type, attrs, content } = node as Node;
  if (type === 'mention') yield String(attrs?.id);
  for (const child of content ?? []) yield* mentions(child);
}

function settled(node: object, names: Map<string, string>): object {
  const { type, attrs, content } = node as Node;
  if (type === 'mention') {
    const { id, label } = attrs as { id: string; label: string };
    const name = names.get(id);
    return name === undefined ? { type: 'text', text: `@${label}` } : { type, attrs: { id, label: name } };
  }
  return content ? { ...node, content: content.map((child) => settled(child, names)) } : node;
}

async function namesOfMembers(group: string, ids: string[]): Promise<Map<string, string>> {
  const rows = await query<{ id: string; name: string }>(
    'members-named',
    `SELECT u.id, u.name FROM membership m JOIN "user" u ON u.id = m.user_id
     WHERE m.group_id = $1::uuid AND u.id::text = ANY($2::text[])`,
    [group, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
