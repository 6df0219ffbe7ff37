'use client';

import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { PaletteOptions } from './palette-options';
import { isHere, useChosen, usePalette } from './use-palette';

/** Goes to any essay, group, card or person by words of the name, and to pages. The focus goes back where it was. */
export function Palette({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  const [typed, setTyped] = useState('');
  const { entries, problem } = usePalette(typed);
  const { current, choose } = useChosen(entries);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  const go = (entry = entries[current]) => {
    if (!entry) return;
    dialog.current?.close();
    if (!isHere(entry)) location.assign(entry.path);
  };
  const move = (to: number) => {
    choose(entries[to]);
    document.getElementById(`${list}-${to}`)?.scrollIntoView({ block: 'nearest' });
  };
  function pressed(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || entries.length === 0) return;
    const next = stepped(event.key, current, entries.length);
    if (next !== null) move(next);
    else if (event.key === 'Enter') go();
    else return;
    event.preventDefault();
  }

  return (
    <dialog
      ref={dialog}
      aria-label="Search or go to"
      onClose={onClose}
      closedby="any"
      className="mx-auto mt-[min(12vh,6rem)] mb-auto w-[min(38rem,calc(100vw-1.5rem))] overflow-hidden rounded-lg border border-rule bg-raised p-0 text-ink shadow-raised backdrop:bg-black/40"
    >
      <div className="flex items-center border-rule border-b">
        <input
          role="combobox"
          aria-label="Essay, group, card, person or page"
          aria-expanded={entries.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={entries.length > 0 ? `${list}-${current}` : undefined}
          placeholder="Search, or go to an essay, group, card or person"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          dir="auto"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            choose();
          }}
          onKeyDown={pressed}
          className="min-h-13 min-w-0 flex-1 bg-transparent px-4 text-base placeholder:text-ink-3 focus-visible:outline-none"
        />
        <form method="dialog">
          <button
            type="submit"
            className="me-2 min-h-9 rounded-md px-3 text-ink-2 text-sm hover:bg-sunken pointer-coarse:min-h-11"
          >
            Close
          </button>
        </form>
      </div>
      <PaletteOptions id={list} entries={entries} current={current} onPoint={choose} onGo={go} />
      <p
        role="status"
        className={entries.length === 0 || problem ? 'px-5 pb-4 text-ink-2 text-sm' : 'sr-only'}
      >
        {problem ??
          (entries.length === 0 ? 'Nothing found by that name.' : `${entries.length} to choose from`)}
      </p>
    </dialog>
  );
}

/** Where a key leads from an option: round by one, or by a page; null for every other key. */
function stepped(key: string, from: number, length: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: (from + 1) % length,
    ArrowUp: (from + length - 1) % length,
    PageDown: Math.min(from + 8, length - 1),
    PageUp: Math.max(from - 8, 0),
  };
  return steps[key] ?? null;
}
