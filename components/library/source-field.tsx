'use client';

import { type ClipboardEvent, useState } from 'react';
import { SelectField, TextArea } from '@/components/ui/field';
import type { EssayDraft } from '@/lib/core/api/essays';
import { guessFormat, hasStructure } from '@/lib/core/importing/guess-format';
import { FileDrop } from './file-drop';

type Format = EssayDraft['format'];

interface Props {
  error: string | undefined;
  /** Puts a text and its format into the form. */
  fill: (content: string, format: Format) => void;
}

/** The text of an essay: from a file, typed, or pasted with its formatting. */
export function SourceField({ error, fill }: Props) {
  const [plain, setPlain] = useState<string | null>(null);

  /** Into an empty box the formatted flavour of the clipboard goes, if it holds structure. */
  function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const box = event.currentTarget;
    if (box.selectionEnd - box.selectionStart < box.value.length) return;
    const text = event.clipboardData.getData('text/plain');
    const html = event.clipboardData.getData('text/html');
    const rich = hasStructure(html) && guessFormat(text) === 'text';
    if (!rich && text === '') return;
    event.preventDefault();
    setPlain(rich ? text : null);
    fill(rich ? html : text, rich ? 'html' : guessFormat(text));
  }

  return (
    <>
      <FileDrop onText={fill} />
      <TextArea
        label="Text"
        name="content"
        rows={14}
        required
        onPaste={paste}
        placeholder="Paste the essay here"
        className="wrap-anywhere resize-y font-mono text-sm"
        dir="auto"
        hint="Paste keeps headings, links and emphasis. Up to 1.5 million characters."
        error={error}
      />
      <div role="status" className="-mt-3 text-ink-2 text-sm empty:hidden">
        {plain !== null && (
          <>
            Pasted with its formatting, as HTML.{' '}
            <button
              type="button"
              className="min-h-6 underline pointer-coarse:min-h-11"
              onClick={() => {
                fill(plain, 'text');
                setPlain(null);
              }}
            >
              Use plain text instead
            </button>
          </>
        )}
      </div>
      <SelectField label="Format" name="format" defaultValue="text">
        <option value="text">Plain text</option>
        <option value="markdown">Markdown</option>
        <option value="html">HTML</option>
      </SelectField>
    </>
  );
}
