'use client';

import { type ComponentType, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RichEditorProps } from '@/components/editor/rich-editor';
import { type CommentDocument, isEmptyComment } from '@/lib/core/essay/comment-document';
import { plainComment } from '@/lib/core/essay/plain-comment';
import { useDesk, useDeskState, type Writing } from './desk';
import { focusNote } from './focus-note';
import { useDraft } from './use-draft';
import { send } from './write';

interface Props {
  writing: Writing;
  label: string;
}

interface Editor {
  Rich: ComponentType<RichEditorProps>;
  start: CommentDocument;
  typed: string;
}

/** A box to write in. It takes text from the first moment; the editor takes over when it has been fetched. */
export function Writer({ writing, label }: Props) {
  const desk = useDesk();
  const problem = useDeskState((state) => state.problem);
  const draft = useDraft(desk, writing);
  const area = useRef<HTMLTextAreaElement>(null);
  const base = writing.kind === 'words' ? writing.base : null;
  const editor = useEditor(area, draft, base);
  const finish = () => {
    const document = editor ? draft.current() : plainComment(area.current?.value ?? '');
    if (document && !isEmptyComment(document)) void send(desk, writing, document);
    else desk.patch({ problem: 'There is nothing to send yet.' });
  };
  const change = (document: CommentDocument) => {
    draft.change(document);
    if (problem) desk.patch({ problem: null });
  };
  const leave = () => {
    draft.leave();
    desk.patch({ writing: null, problem: null });
    focusNote(writing.annotation);
  };
  return (
    <div
      className="writer"
      data-of={writing.annotation}
      role="group"
      aria-label={label}
      // Before the editor, which would break the line or select a paragraph; its own list closes first.
      onKeyDownCapture={(event) => {
        const { key, ctrlKey, metaKey, currentTarget } = event;
        if (key === 'Enter' && (ctrlKey || metaKey)) finish();
        else if (key === 'Escape' && !currentTarget.querySelector('[role="listbox"], .writer-link')) leave();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {editor ? (
        <editor.Rich
          label={label}
          others={{ group: desk.store.reading.group.slug, self: desk.store.reading.viewer?.id }}
          start={editor.start}
          typed={editor.typed}
          onChange={change}
        />
      ) : (
        <textarea
          ref={area}
          aria-label={label}
          placeholder={base ? 'Loading…' : 'Say what you think…'}
          readOnly={base !== null}
          onChange={({ target }) => change(plainComment(target.value))}
          onCompositionStart={({ currentTarget }) => {
            currentTarget.dataset.composing = '';
          }}
          onCompositionEnd={({ currentTarget }) => {
            delete currentTarget.dataset.composing;
          }}
          // biome-ignore lint/a11y/noAutofocus: the person has just asked to write
          autoFocus
          rows={3}
          dir="auto"
        />
      )}
      {problem && (
        <p role="alert" className="writer-problem">
          {problem}
        </p>
      )}
      <div className="writer-foot">
        <button type="button" className="quiet" onClick={leave}>
          Keep as draft
        </button>
        <button type="button" className="primary" onClick={finish} title="Ctrl or ⌘ with Enter">
          {writing.kind === 'reply' ? 'Reply' : 'Save'}
        </button>
      </div>
    </div>
  );
}

/** The editor once it is there, with what was kept and what was typed meanwhile; null until then. */
function useEditor(
  area: RefObject<HTMLTextAreaElement | null>,
  draft: ReturnType<typeof useDraft>,
  base: CommentDocument | null,
): Editor | null {
  const desk = useDesk();
  const [editor, setEditor] = useState<Editor | null>(null);
  const takeOver = useCallback(
    (Rich: Editor['Rich'], kept: CommentDocument | undefined) => {
      const typed = area.current?.value ?? '';
      const start = kept ?? base ?? { type: 'doc', content: [{ type: 'paragraph' }] };
      draft.change(start);
      // At once, so that no key falls between the two boxes.
      flushSync(() => setEditor({ Rich, start, typed }));
    },
    [area, base, draft],
  );
  useEffect(() => {
    let isHere = true;
    Promise.all([import('@/components/editor/rich-editor'), draft.kept()]).then(
      async ([{ RichEditor }, kept]) => {
        await settled(area.current);
        if (isHere) takeOver(RichEditor, kept);
      },
      // Without the editor the plain box still does, except for words it cannot show.
      () => base && desk.patch({ problem: 'The editor cannot be fetched now. Your text is kept.' }),
    );
    return () => {
      isHere = false;
    };
  }, [area, desk, base, draft, takeOver]);
  return editor;
}

/** Resolves when no input method is in the middle of a character. */
function settled(area: HTMLTextAreaElement | null): Promise<void> {
  if (!area || area.dataset.composing === undefined) return Promise.resolve();
  return new Promise((resolve) => area.addEventListener('compositionend', () => resolve(), { once: true }));
}
