'use client';

import { changeSettings } from './change-settings';
import { useReader, useReaderStore } from './reader-store';

/** WCAG 2.1.4: whoever speaks to the computer, or hits keys by chance, turns single characters off. */
export function ShortcutsSwitch() {
  const store = useReaderStore();
  const on = useReader(({ settings }) => settings.shortcuts ?? true);
  return (
    <label className="reader-check">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => changeSettings(store, { shortcuts: event.target.checked })}
      />
      Single-key shortcuts
    </label>
  );
}
