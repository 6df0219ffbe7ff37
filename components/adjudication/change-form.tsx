'use client';

import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import type { Reading } from '@/lib/core/api/adjudication';
import type { Tag } from '@/lib/core/api/groups';
import type { useCaseChoice } from './use-case-choice';

interface Props {
  change: Reading;
  choice: Pick<ReturnType<typeof useCaseChoice>, 'move' | 'toggleTag' | 'leave'>;
  /** Those in use. */
  tags: readonly Tag[];
  hasShortcuts: boolean;
}

const bounds = { start: 'Begins', end: 'Ends' } as const;
const step =
  'grid size-9 place-items-center rounded-md border border-rule hover:bg-sunken pointer-coarse:size-11';

/** Moves the bounds of a reading word by word, and gives it other tags: by buttons, or by arrow keys and digits. */
export function ChangeForm({ change, choice, tags, hasShortcuts }: Props) {
  const { move, toggleTag, leave } = choice;
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.target instanceof HTMLElement && event.target.closest('textarea, input:not([type=checkbox])'))
      return;
    const tag = tags[Number(event.key) - 1];
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      move(event.shiftKey ? 'start' : 'end', event.key === 'ArrowLeft' ? -1 : 1);
    else if (event.key === 'Escape') leave();
    else if (tag) toggleTag(tag.slug);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    if (!hasShortcuts) return;
    const listener = (event: KeyboardEvent) => pressed(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [hasShortcuts]);
  return (
    <section
      aria-label="Change"
      className="flex flex-wrap items-end gap-x-6 gap-y-3 rounded-lg border border-accent bg-paper p-4"
    >
      {(['start', 'end'] as const).map((bound) => (
        <div key={bound} role="group" aria-label={bounds[bound]} className="grid gap-1">
          <span className="text-[0.8125rem] text-ink-2">{bounds[bound]}</span>
          <span className="flex gap-1">
            <button
              type="button"
              aria-label={`${bounds[bound]} a word earlier`}
              onClick={() => move(bound, -1)}
              className={step}
            >
              <ArrowLeft size={16} aria-hidden="true" />
            </button>
            <button
              type="button"
              aria-label={`${bounds[bound]} a word later`}
              onClick={() => move(bound, 1)}
              className={step}
            >
              <ArrowRight size={16} aria-hidden="true" />
            </button>
          </span>
        </div>
      ))}
      <div role="group" aria-label="Tags" className="grid gap-1">
        <span className="text-[0.8125rem] text-ink-2">Tags</span>
        <span className="flex flex-wrap gap-1">
          {tags.map(({ slug, name, glyph }, i) => (
            <button
              key={slug}
              type="button"
              aria-pressed={change.tags.includes(slug)}
              onClick={() => toggleTag(slug)}
              className="min-h-9 rounded-md border border-rule px-2.5 text-sm hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-medium forced-colors:aria-pressed:bg-[Highlight] forced-colors:aria-pressed:text-[HighlightText] pointer-coarse:min-h-11"
            >
              <span aria-hidden="true">{glyph}</span> {name}
              {i < 9 && <kbd className="ms-1.5 text-ink-3 text-xs pointer-coarse:hidden">{i + 1}</kbd>}
            </button>
          ))}
        </span>
      </div>
      {change.tags.length === 0 && <p className="text-danger text-sm">Choose a tag.</p>}
      <button
        type="button"
        onClick={leave}
        className="ms-auto min-h-9 rounded-md px-3 text-ink-2 text-sm hover:bg-sunken pointer-coarse:min-h-11"
      >
        Cancel
      </button>
    </section>
  );
}
