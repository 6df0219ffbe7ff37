import { Extension, markInputRule, markPasteRule } from '@tiptap/core';
import { safeHref } from '@/lib/core/essay/safe-href';

/** `[words](address)`: not an image, not escaped; an address may hold pairs of parentheses. */
const link = /(?<![!\\])\[([^[\]\n]+)\]\(((?:[^\s()]|\([^\s()]*\))+)\)/g;

/** The links that a text spells as Markdown. `replaceWith` is what is shown; addresses that comments do not link to are left alone. */
export const linksIn = (text: string) =>
  [...text.matchAll(link)].flatMap(({ index, 0: whole, 1: shown = '', 2: address = '' }) => {
    const href = safeHref(address);
    return href ? { index, text: whole, replaceWith: shown, data: { href } } : [];
  });

/** The one that the text ends with: its last bracket has just been typed. */
export const linkAtEnd = (text: string) =>
  linksIn(text).find(({ index, text: whole }) => index + whole.length === text.length) ?? null;

/** A link spelled as Markdown becomes one when its last bracket is typed, or when it is pasted. */
export const markdownLink = Extension.create({
  name: 'markdownLink',
  addInputRules() {
    const type = this.editor.schema.marks.link!;
    return [markInputRule({ find: linkAtEnd, type, getAttributes: ({ data }) => data ?? false })];
  },
  addPasteRules() {
    const type = this.editor.schema.marks.link!;
    return [markPasteRule({ find: linksIn, type, getAttributes: ({ data }) => data ?? false })];
  },
});
