import { announce } from './announce';
import type { ReaderStore } from './reader-store';
import { typedAhead } from './typed-ahead';

/**
 * Sends key presses to the keymap, never those of somebody who writes or has just asked for a box to write in. The first
 * ones wait until it is there. Returns how to stop.
 */
export function watchKeyboard(store: ReaderStore): () => void {
  let waiting: KeyboardEvent[] = [];
  const ahead = typedAhead();
  const answer = (event: KeyboardEvent): boolean => {
    if (ahead.keep(event)) return true;
    const binding = store.keys.now()?.press(event, store.get().settings.shortcuts ?? true);
    if (binding?.writes) ahead.begin();
    return binding !== undefined;
  };
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
    if (store.keys.now()) {
      if (answer(event)) event.preventDefault();
    } else if (waiting.push(event) === 1) store.keys.fetch().then(answerAll, giveUp);
  };
  const focus = ({ target }: Event) => isTyping(target) && ahead.give(target);
  document.addEventListener('keydown', press);
  document.addEventListener('focusin', focus);
  return () => {
    document.removeEventListener('keydown', press);
    document.removeEventListener('focusin', focus);
  };
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'))
  );
}
