import type { ChainedCommands, Editor } from '@tiptap/core';
import { Bold, Code, Italic, Link, List, ListOrdered, Quote, SquareCode, Strikethrough } from 'lucide-react';
import { useEffect, useReducer, useState } from 'react';
import { LinkField } from './link-field';

const formats: readonly [
  name: string,
  label: string,
  Icon: typeof Bold,
  (chain: ChainedCommands) => ChainedCommands,
][] = [
  ['bold', 'Bold', Bold, (chain) => chain.toggleBold()],
  ['italic', 'Italic', Italic, (chain) => chain.toggleItalic()],
  ['strike', 'Strike through', Strikethrough, (chain) => chain.toggleStrike()],
  ['code', 'Code', Code, (chain) => chain.toggleCode()],
  ['bulletList', 'List', List, (chain) => chain.toggleBulletList()],
  ['orderedList', 'Numbered list', ListOrdered, (chain) => chain.toggleOrderedList()],
  ['blockquote', 'Quote', Quote, (chain) => chain.toggleBlockquote()],
  ['codeBlock', 'Code block', SquareCode, (chain) => chain.toggleCodeBlock()],
];

/** For those who write no Markdown. */
export function FormatBar({ editor }: { editor: Editor }) {
  const [isLinking, setLinking] = useState(false);
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    editor.on('transaction', refresh);
    return () => void editor.off('transaction', refresh);
  }, [editor]);
  return (
    <div className="writer-formats" role="group" aria-label="Format">
      {formats.map(([name, label, Icon, run]) => (
        <button
          key={name}
          type="button"
          title={label}
          aria-label={label}
          aria-pressed={editor.isActive(name)}
          onClick={() => run(editor.chain().focus()).run()}
        >
          <Icon size={15} aria-hidden="true" />
        </button>
      ))}
      <button
        type="button"
        title="Link"
        aria-label="Link"
        aria-pressed={editor.isActive('link')}
        aria-expanded={isLinking}
        onClick={() => setLinking(!isLinking)}
      >
        <Link size={15} aria-hidden="true" />
      </button>
      {isLinking && <LinkField editor={editor} onDone={() => setLinking(false)} />}
    </div>
  );
}
