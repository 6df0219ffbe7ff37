import { z } from 'zod';
import { type CommentDocument, commentToText, maximumCommentLength } from './comment-document';
import { isDeeperThan } from './document-schema';
import { normalComment } from './normal-comment';
import { isSafeHref } from './safe-href';

/** How deep blocks may lie in a comment. */
const maximumCommentDepth = 12;
const maximumNodes = 5000;

/** A comment that cannot be kept. The message is a sentence for its author. */
export class CommentError extends Error {
  override name = 'CommentError';
}

/**
 * An editor's document as a comment in normal form, or a `CommentError`. Strict: unknown nodes, marks and attributes
 * are refused, and links are http, https or mailto. Tiptap's own link and list attributes pass and are dropped.
 */
export function parseComment(value: unknown): CommentDocument {
  // A node is an object and its `content` an array; two more levels for marks and their attributes.
  if (isDeeperThan(value, maximumCommentDepth * 2 + 5))
    throw new CommentError('The comment is nested too deeply.');
  const result = loose.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    throw new CommentError(`Not a comment: ${issue.message} at ${issue.path.join('.') || 'its root'}.`);
  }
  return checkedComment(normalComment(result.data.content));
}

/** The comment itself when it keeps the limits of size; a `CommentError` otherwise. */
export function checkedComment(document: CommentDocument): CommentDocument {
  const { nodes, depth } = measure(document);
  if (depth > maximumCommentDepth) throw new CommentError('The comment is nested too deeply.');
  if (nodes > maximumNodes) throw new CommentError('The comment has too many parts.');
  if (commentToText(document).length > maximumCommentLength)
    throw new CommentError(`A comment has at most ${maximumCommentLength.toLocaleString('en')} characters.`);
  return document;
}

function measure(document: CommentDocument): { nodes: number; depth: number } {
  let nodes = 0;
  let depth = 0;
  let level: { content?: unknown[] }[] = [document];
  for (; level.length > 0; depth++) {
    nodes += level.length;
    level = level.flatMap((node) => (node.content ?? []) as { content?: unknown[] }[]);
  }
  return { nodes, depth: depth - 2 };
}

const ignored = z.string().max(200).nullable().optional();

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['bold', 'italic', 'strike', 'code']) }),
  z.strictObject({
    type: z.literal('link'),
    attrs: z
      .strictObject({
        href: z.string().refine(isSafeHref, 'link is not http, https or mailto'),
        target: ignored,
        rel: ignored,
        class: ignored,
        title: ignored,
      })
      .transform(({ href }) => ({ href })),
  }),
]);
const marks = z.array(mark).max(5).optional();

/** Who is mentioned: the id of a user, and their name at that time. */
export const mentionAttributes = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  label: z.string().regex(/^[^\p{C}\s](?:[^\p{C}]{0,98}[^\p{C}\s])?$/u),
});

const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), marks }),
  z.strictObject({ type: z.literal('hardBreak'), marks }).transform(() => ({ type: 'hardBreak' as const })),
  z
    .strictObject({
      type: z.literal('mention'),
      attrs: mentionAttributes.extend({ mentionSuggestionChar: z.literal('@').optional() }),
      marks,
    })
    .transform(({ attrs: { id, label } }) => ({ type: 'mention' as const, attrs: { id, label } })),
]);

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: z.array(inline).optional() });
const codeBlock = z.strictObject({
  type: z.literal('codeBlock'),
  attrs: z
    .strictObject({
      language: z
        .string()
        .regex(/^[\w+#.-]{1,40}$/)
        .nullable(),
    })
    .default({ language: null }),
  content: z.array(z.strictObject({ type: z.literal('text'), text: z.string().min(1) })).optional(),
});
const blockquote = z.strictObject({
  type: z.literal('blockquote'),
  get content() {
    return z.array(block);
  },
});
const listItem = z.strictObject({
  type: z.literal('listItem'),
  get content() {
    return z.array(block);
  },
});
const bulletList = z.strictObject({ type: z.literal('bulletList'), content: z.array(listItem) });
const orderedList = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z
    .strictObject({ start: z.int().min(0).max(999_999_999), type: ignored })
    .transform(({ start }) => ({ start }))
    .default({ start: 1 }),
  content: z.array(listItem),
});
const block = z.discriminatedUnion('type', [paragraph, codeBlock, blockquote, bulletList, orderedList]);
const loose = z.strictObject({ type: z.literal('doc'), content: z.array(block) });
