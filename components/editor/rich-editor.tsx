'use client';

import { Editor } from '@tiptap/core';
import { useLayoutEffect, useRef, useState } from 'react';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { plainComment } from '@/lib/core/essay/plain-comment';
import { commentExtensions } from './comment-extensions';
import { FormatBar } from './format-bar';
import { looksLikeMarkdown } from './markdown-paste';
import type { Others } from './member-suggestion';
import { MentionList, type MentionQuery } from './mention-list';

export interface RichEditorProps {
  label: string;
  /** Who can be mentioned. */
  others: Others;
  start: CommentDocument;
  /** What was typed after that, before the editor was there. */
  typed: string;
  onChange: (document: CommentDocument) => void;
}

/** Adds a text that was typed without the editor, as what it would have become in it. */
function append(editor: Editor, typed: string): void {
  if (!typed) return;
  const end = editor.state.doc.content.size;
  const at = editor.isEmpty ? { from: 0, to: end } : end;
  if (looksLikeMarkdown(typed)) editor.commands.insertContentAt(at, typed, { contentType: 'markdown' });
  else editor.commands.insertContentAt(at, plainComment(typed).content);
}

/** The editor of comments and replies. Fetched only when somebody writes. */
export function RichEditor({ label, others, start, typed, onChange }: RichEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [mention, setMention] = useState<MentionQuery | null>(null);
  const first = useRef({ label, others, start, typed, onChange });
  // Before the next key can be pressed: the box that stood here before is gone.
  useLayoutEffect(() => {
    const created = new Editor({
      element: place.current!,
      injectCSS: false,
      extensions: commentExtensions(first.current.others, setMention),
      content: first.current.start,
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': first.current.label,
          class: 'comment',
          dir: 'auto',
        },
      },
      onUpdate: ({ editor: changed }) => first.current.onChange(changed.getJSON() as CommentDocument),
    });
    append(created, first.current.typed);
    created.commands.setTextSelection(created.state.doc.content.size);
    created.view.focus();
    setEditor(created);
    return () => created.destroy();
  }, []);
  return (
    <>
      <div ref={place} className="writer-text" />
      {editor && <FormatBar editor={editor} />}
      {mention && <MentionList query={mention} />}
    </>
  );
}
