// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { keepFocus } from './keep-focus';

const page = `<main><section id="passages"><h2 id="title">Passages</h2>
  <ul><li id="item"><div><button id="undo">Undo</button></div></li></ul></section>
  <button id="other">Other</button></main>`;
const get = (id: string) => document.getElementById(id) as HTMLButtonElement;
const lose = (id: string) => {
  get(id).blur();
  get(id).remove();
};

test.each([
  ['a button that was disabled for a while gets it back', () => get('undo').blur(), 'undo'],
  ['where a button is gone, its item of the list has it', () => lose('undo'), 'item'],
  ['where the item is gone as well, the heading above has it', () => lose('item'), 'title'],
  ['a focus that went elsewhere stays there', () => get('other').focus(), 'other'],
])('%s', (_, change, focused) => {
  document.body.innerHTML = page;
  get('undo').focus();
  const restore = keepFocus();
  if (focused === 'title') get('undo').blur();
  change();
  restore();
  expect(document.activeElement?.id).toBe(focused);
});

test('on another page nothing is focused', () => {
  document.body.innerHTML = page;
  get('undo').focus();
  const restore = keepFocus();
  document.body.innerHTML = page;
  restore();
  expect(document.activeElement).toBe(document.body);
});
