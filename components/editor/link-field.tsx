import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { safeHref } from '@/lib/core/essay/safe-href';

interface Props {
  editor: Editor;
  onDone: () => void;
}

/** Where the selected words lead: Enter sets it, an empty field takes it away, Escape leaves it as it was. */
export function LinkField({ editor, onDone }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const problem = useId();
  const [isRefused, setRefused] = useState(false);
  useEffect(() => field.current?.select(), []);
  const apply = () => {
    const typed = field.current?.value.trim() ?? '';
    const href = hrefOf(typed);
    if (typed && !href) return setRefused(true);
    setLink(editor, href);
    onDone();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') apply();
    else if (event.key === 'Escape') {
      editor.commands.focus();
      onDone();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="writer-link">
      <input
        ref={field}
        type="text"
        inputMode="url"
        aria-label="Where the link leads"
        aria-invalid={isRefused}
        aria-describedby={isRefused ? problem : undefined}
        placeholder="https://"
        defaultValue={editor.getAttributes('link').href ?? ''}
        onChange={() => setRefused(false)}
        onKeyDown={press}
      />
      <button type="button" onClick={apply}>
        Apply
      </button>
      {isRefused && (
        <p id={problem} role="alert">
          A link begins with http:, https: or mailto:.
        </p>
      )}
    </div>
  );
}

/** `example.org` is meant as a web address, `javascript:…` stays what it is; null when comments do not link there. */
function hrefOf(typed: string): string | null {
  const full = /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  return safeHref(full) ?? null;
}

function setLink(editor: Editor, href: string | null): void {
  const chain = editor.chain().focus().extendMarkRange('link');
  if (!href) chain.unsetLink().run();
  else if (editor.state.selection.empty && !editor.isActive('link'))
    chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
  else chain.setLink({ href }).run();
}
