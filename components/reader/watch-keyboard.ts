import { announce } from './announce';
import type { ReaderStore } from './reader-store';

/**
 * Sends key presses to the keymap, never those of somebody who writes. The first ones wait until it is there. Returns
 * how to stop.
 */
export function watchKeyboard(store: ReaderStore): () => void {
  let waiting: KeyboardEvent[] = [];
  const answer = (event: KeyboardEvent) =>
    store.keys.now()?.press(event, store.get().settings.shortcuts ?? true) ?? false;
  const answerAll = () => {
    for (const event of waiting.splice(0)) answer(event);
  };
  const giveUp = () => {
    waiting = [];
    announce('The keys could not be loaded.');
  };
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
    if (document.querySelector('dialog:modal')) return;
    // Escape closes what is uppermost, which the browser does.
    if (event.key === 'Escape' && document.querySelector('[popover="auto"]:popover-open')) return;
    if (store.keys.now()) {
      if (answer(event)) event.preventDefault();
    } else if (waiting.push(event) === 1) store.keys.fetch().then(answerAll, giveUp);
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
