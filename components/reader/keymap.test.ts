import { describe, expect, test } from 'vitest';
import { isSingleCharacter, type KeyBinding, keymap, keyName } from './keymap';

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }) as KeyboardEvent;

describe('keyName', () => {
  test.each([
    ['j', press('j')],
    ['?', press('?', { shiftKey: true })],
    ['J', press('J', { shiftKey: true })],
    ['j', press('J')],
    ['Shift+ArrowLeft', press('ArrowLeft', { shiftKey: true })],
    ['Alt+ArrowUp', press('ArrowUp', { altKey: true })],
    ['Ctrl+Enter', press('Enter', { metaKey: true })],
    ['Ctrl+Enter', press('Enter', { ctrlKey: true })],
    ['Space', press(' ')],
  ])('%s', (name, event) => expect(keyName(event)).toBe(name));

  test('letters with Caps Lock mean the same as without, Enter is no character', () => {
    expect(isSingleCharacter(keyName(press('V')))).toBe(true);
    expect(isSingleCharacter('Enter')).toBe(false);
  });
});

describe('keymap', () => {
  function table() {
    const keys = keymap();
    const ran: string[] = [];
    const binding = (name: string, rest: Partial<KeyBinding> = {}): KeyBinding => ({
      keys: ['j'],
      section: 'Read',
      label: name,
      run: () => ran.push(name),
      ...rest,
    });
    return { keys, ran, binding };
  }

  test('runs the binding that was added last and applies', () => {
    const { keys, ran, binding } = table();
    let selecting = false;
    keys.add([binding('paragraph')]);
    keys.add([binding('selection', { when: () => selecting })]);
    keys.press(press('j'), true);
    selecting = true;
    keys.press(press('j'), true);
    expect(ran).toEqual(['paragraph', 'selection']);
  });

  test('forgets bindings that were taken out', () => {
    const { keys, ran, binding } = table();
    const remove = keys.add([binding('paragraph')]);
    remove();
    expect(keys.press(press('j'), true)).toBe(false);
    expect(ran).toEqual([]);
    expect(keys.bindings()).toEqual([]);
  });

  test('single characters can be off; Alt gives them still, and other keys are not touched', () => {
    const { keys, ran, binding } = table();
    keys.add([binding('paragraph'), binding('close', { keys: ['Escape'] })]);
    expect(keys.press(press('j'), false)).toBe(false);
    expect(keys.press(press('j', { altKey: true }), false)).toBe(true);
    expect(keys.press(press('Escape'), false)).toBe(true);
    expect(ran).toEqual(['paragraph', 'close']);
  });
});
