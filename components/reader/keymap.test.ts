import { beforeEach, describe, expect, test } from 'vitest';
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
  const ran: string[] = [];
  const binding = (name: string, rest: Partial<KeyBinding> = {}): KeyBinding => ({
    keys: ['j'],
    section: 'read',
    label: name,
    run: () => ran.push(name),
    ...rest,
  });
  beforeEach(() => {
    ran.length = 0;
  });

  test('runs the last binding that applies', () => {
    let selecting = false;
    const keys = keymap([binding('paragraph'), binding('selection', { when: () => selecting })]);
    keys.press(press('j'), true);
    selecting = true;
    keys.press(press('j'), true);
    expect(ran).toEqual(['paragraph', 'selection']);
  });

  test('leaves to the browser what nothing means', () => {
    const keys = keymap([binding('selection', { when: () => false })]);
    expect(keys.press(press('j'), true)).toBe(false);
    expect(keys.press(press('x'), true)).toBe(false);
    expect(ran).toEqual([]);
  });

  test('single characters can be off; Alt gives them still, and other keys are not touched', () => {
    const keys = keymap([binding('paragraph'), binding('close', { keys: ['Escape'] })]);
    expect(keys.press(press('j'), false)).toBe(false);
    expect(keys.press(press('j', { altKey: true }), false)).toBe(true);
    expect(keys.press(press('Escape'), false)).toBe(true);
    expect(ran).toEqual(['paragraph', 'close']);
  });
});
