import type { ReaderStore } from './reader-store';

/** Sends key presses to the keymap, never those of somebody who writes. Returns how to stop. */
export function watchKeyboard(store: ReaderStore): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
    if (document.querySelector('dialog:modal')) return;
    if (store.keys.press(event, store.get().settings.shortcuts ?? true)) event.preventDefault();
  };
  document.addEventListener('keydown', press);
  return () => document.removeEventListener('keydown', press);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'))
  );
}
