import { z } from 'zod';
import { isCanonicalText } from './canonical-text';
import type { EssayDocument } from './document';
import { isSafeHref } from './safe-href';

/** How deep nodes may lie, the document itself not counted: lists in quotes in lists, but no cellar. */
const maximumDepth = 64;

/** A document that is not one. The message names the place and what is wrong there. */
export class DocumentError extends Error {
  override name = 'DocumentError';
}

/**
 * The value as an essay document, or a `DocumentError`. Strict: unknown nodes, marks, attributes and keys are
 * refused, links are http, https or mailto, text is canonical, textblocks are not empty, and every footnote
 * reference has its footnote.
 */
export function parseDocument(value: unknown): EssayDocument {
  if (isDeeperThan(value, maximumDepth * 2)) throw new DocumentError('The document is nested too deeply.');
  const result = document.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw new DocumentError(
    `Not an essay document: ${issue.message} at ${issue.path.join('.') || 'its root'}.`,
  );
}

/** Whether arrays and objects nest deeper than `limit`. Does not recurse, so that no input can exhaust the stack. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    const next: unknown[] = [];
    for (const item of level)
      if (typeof item === 'object' && item !== null)
        for (const child of Object.values(item)) next.push(child);
    level = next;
  }
  return false;
}

const noteId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const canonical = z.string().min(1).refine(isCanonicalText, 'text is not canonical');
const oneLine = canonical.refine((text) => !text.includes('\n'), 'text has a line end outside a code block');

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['bold', 'italic', 'strike', 'code', 'subscript', 'superscript']) }),
  z.strictObject({
    type: z.literal('link'),
    attrs: z.strictObject({ href: z.string().refine(isSafeHref, 'link is not http, https or mailto') }),
  }),
  z.strictObject({ type: z.literal('footnoteReference'), attrs: z.strictObject({ id: noteId }) }),
]);

const marks = z
  .array(mark)
  .min(1)
  .refine((list) => new Set(list.map(({ type }) => type)).size === list.length, 'a mark stands twice')
  .refine(
    (list) => !(list.some((m) => m.type === 'link') && list.some((m) => m.type === 'footnoteReference')),
    'a link and a footnote reference lie on the same text',
  );

const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: oneLine, marks: marks.exactOptional() }),
  z.strictObject({ type: z.literal('hardBreak') }),
]);
const inlines = z.array(inline).min(1, 'a textblock is empty');

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines });
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.literal([1, 2, 3, 4, 5, 6]) }),
  content: inlines,
});
const codeBlock = z.strictObject({
  type: z.literal('codeBlock'),
  attrs: z.strictObject({
    language: z
      .string()
      .regex(/^[\w+#.-]{1,40}$/)
      .nullable(),
  }),
  content: z.tuple([z.strictObject({ type: z.literal('text'), text: canonical })]),
});

const blockquote = z.strictObject({
  type: z.literal('blockquote'),
  get content() {
    return z.array(block).min(1);
  },
});
const listItem = z.strictObject({
  type: z.literal('listItem'),
  get content() {
    return z.array(block).min(1);
  },
});
const bulletList = z.strictObject({ type: z.literal('bulletList'), content: z.array(listItem).min(1) });
const orderedList = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z.strictObject({ start: z.int().min(0).max(999_999_999) }),
  content: z.array(listItem).min(1),
});
const span = z.int().min(1).max(1000);
const tableCell = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z.strictObject({ colspan: span, rowspan: span }),
  get content() {
    return z.array(block);
  },
});
const tableRow = z.strictObject({ type: z.literal('tableRow'), content: z.array(tableCell).min(1) });
const table = z.strictObject({ type: z.literal('table'), content: z.array(tableRow).min(1) });
const horizontalRule = z.strictObject({ type: z.literal('horizontalRule') });

const block = z.discriminatedUnion('type', [
  paragraph,
  heading,
  codeBlock,
  blockquote,
  bulletList,
  orderedList,
  table,
  horizontalRule,
]);

const footnotes = z.strictObject({
  type: z.literal('footnotes'),
  content: z
    .array(
      z.strictObject({
        type: z.literal('footnote'),
        attrs: z.strictObject({ id: noteId, label: oneLine.max(40) }),
        content: z.array(block).min(1),
      }),
    )
    .min(1),
});

const document: z.ZodType<EssayDocument> = z
  .strictObject({
    type: z.literal('doc'),
    content: z.array(z.discriminatedUnion('type', [...block.options, footnotes])).min(1),
  })
  .superRefine(checkFootnotes);

/** Footnotes last, ids once, and no reference into the void. */
function checkFootnotes(value: EssayDocument, context: z.RefinementCtx): void {
  const at = value.content.findIndex((node) => node.type === 'footnotes');
  if (at !== -1 && at !== value.content.length - 1) context.addIssue('footnotes do not stand last');
  const last = value.content.at(-1);
  const ids = last?.type === 'footnotes' ? last.content.map((note) => note.attrs.id) : [];
  const known = new Set(ids);
  if (known.size !== ids.length) context.addIssue('two footnotes share an id');
  for (const id of referencedNotes(value)) if (!known.has(id)) context.addIssue(`footnote ${id} is missing`);
}

function referencedNotes(node: unknown, found = new Set<string>()): Set<string> {
  const { content, marks: on } = node as { content?: unknown[]; marks?: z.infer<typeof mark>[] };
  for (const each of on ?? []) if (each.type === 'footnoteReference') found.add(each.attrs.id);
  for (const child of content ?? []) referencedNotes(child, found);
  return found;
}
