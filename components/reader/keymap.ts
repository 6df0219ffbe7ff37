import { typedAhead } from './typed-ahead';

/** What somebody wants who presses a key, in the words of the help and in the order in which it is wanted. */
export const sections = {
  read: 'Move through the text',
  select: 'Choose a passage',
  selecting: 'While you choose',
  annotate: 'Mark what you chose',
  discuss: 'At an open annotation',
  page: 'Anywhere',
} as const;

export interface KeyBinding {
  /** As `keyName` spells them: "j", "?", "Shift+ArrowLeft", "Alt+ArrowUp", "Ctrl+Enter" (also ⌘). */
  keys: readonly string[];
  section: keyof typeof sections;
  /** In the imperative, for the help. Keys that do the same to and fro share one: "Next or previous paragraph". */
  label: string;
  /** Asked at each press; when false the key goes on to the next binding, and at last to the browser. */
  when?: () => boolean;
  run: (event: KeyboardEvent) => void;
  /** Opens a box to write in, which what is typed next is for. */
  writes?: true;
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** A press as bindings name it. ⌘ counts as Ctrl; Shift is named only where the key itself does not show it. */
export function keyName({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const isCharacter = [...key].length === 1;
  const name = isCharacter && key !== key.toLowerCase() && !shiftKey ? key.toLowerCase() : key;
  return [
    (ctrlKey || metaKey) && 'Ctrl+',
    altKey && 'Alt+',
    shiftKey && !isCharacter && 'Shift+',
    name === ' ' ? 'Space' : name,
  ]
    .filter(Boolean)
    .join('');
}

/** One character without Ctrl or Alt: what WCAG 2.1.4 wants to be switchable. */
export const isSingleCharacter = (name: string): boolean => [...name].length === 1 || name === 'Space';

/** Every key of the reading page in one table. */
export interface Keymap {
  readonly bindings: readonly KeyBinding[];
  /**
   * Runs what the press means; false when nothing does. Where two bindings share a key, the later one is asked first.
   * Whoever turned single characters off presses Alt with them.
   */
  press(event: KeyboardEvent, singleCharacters: boolean): boolean;
}

export function keymap(bindings: readonly KeyBinding[]): Keymap {
  const ahead = typedAhead();
  return {
    bindings,
    press(event, singleCharacters) {
      if (ahead.keep(event)) return true;
      const name = keyName(event);
      if (!singleCharacters && isSingleCharacter(name)) return false;
      const meant = isSingleCharacter(name.replace('Alt+', '')) ? name.replace('Alt+', '') : name;
      const binding = bindings.findLast(({ keys, when }) => keys.includes(meant) && (when?.() ?? true));
      binding?.run(event);
      if (binding?.writes) ahead.begin();
      return binding !== undefined;
    },
  };
}
