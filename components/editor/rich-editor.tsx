'use client';

import { Editor } from '@tiptap/core';
import { useLayoutEffect, useRef, useState } from 'react';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { commentExtensions } from './comment-extensions';
import { FormatBar } from './format-bar';
import { MentionList, type MentionQuery } from './mention-list';

export interface RichEditorProps {
  label: string;
  /** Slug of the group whose members can be mentioned. */
  group: string;
  start: CommentDocument;
  onChange: (document: CommentDocument) => void;
}

/** The editor of comments and replies. Fetched only when somebody writes. */
export function RichEditor({ label, group, start, onChange }: RichEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [mention, setMention] = useState<MentionQuery | null>(null);
  const first = useRef({ label, group, start, onChange });
  // Before the next key can be pressed: the box that stood here before is gone.
  useLayoutEffect(() => {
    const created = new Editor({
      element: place.current!,
      injectCSS: false,
      extensions: commentExtensions(first.current.group, setMention),
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
