import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/** Signs that plain text was written as Markdown. One suffices; a stray asterisk is none. */
const signs = /^(?:[-*+] |\d+[.)] |> |```)|\*\*\S|\[[^\]]+\]\(\S+\)|`[^`\n]+`/m;

export const looksLikeMarkdown = (text: string): boolean => signs.test(text);

/** Reads pasted plain text as Markdown when it looks like it. */
export const markdownPaste = Extension.create({
  name: 'markdownPaste',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          handlePaste(_view, event) {
            const data = event.clipboardData;
            const text = data?.getData('text/plain') ?? '';
            if (data?.getData('text/html') || editor.isActive('codeBlock') || !looksLikeMarkdown(text))
              return false;
            return editor.commands.insertContent(text, { contentType: 'markdown' });
          },
        },
      }),
    ];
  },
});
