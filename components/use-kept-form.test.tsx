// @vitest-environment jsdom
import { act, useRef } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import { leave, show } from './page.fixture';
import { KeptNote } from './ui/kept-note';
import { type KeptForm, useKeptForm } from './use-kept-form';

const key = 'kept';
const back = 'What you had here before is back.';
const overtaken = 'Somebody else saved something here since.';

interface Given {
  name?: string;
  text?: string;
  visibility?: 'private' | 'public';
}

let kept: KeptForm;

function Settings({
  name = 'Bees',
  text = 'Olden',
  visibility = 'public',
  isNew = false,
}: Given & { isNew?: boolean }) {
  const form = useRef<HTMLFormElement>(null);
  kept = useKeptForm(form, key, { isNew });
  return (
    <form ref={form}>
      <KeptNote {...kept} />
      <input name="name" defaultValue={name} />
      <textarea name="text" defaultValue={text} />
      {(['private', 'public'] as const).map((one) => (
        <input key={one} type="radio" name="visibility" value={one} defaultChecked={visibility === one} />
      ))}
    </form>
  );
}

/** Opens the page, or shows it anew. */
const open = (given: Given & { isNew?: boolean } = {}) => show(<Settings {...given} />);

const control = <Kind extends HTMLElement>(query: string) => document.querySelector(query) as Kind;
const field = (name: 'name' | 'text') => control<HTMLInputElement>(`[name=${name}]`);
const chosen = () => control<HTMLInputElement>(':checked').value;
const note = () => control('[role=status]').textContent;
const press = (label: string) =>
  act(async () => {
    const button = control<HTMLButtonElement>('button');
    expect(button.textContent).toBe(label);
    button.click();
  });

/** As somebody does; it is kept when they leave. */
const type = (name: 'name' | 'text', value: string) =>
  act(async () => {
    field(name).value = value;
    field(name).dispatchEvent(new Event('input', { bubbles: true }));
  });

beforeEach(async () => {
  sessionStorage.clear();
  await open();
});

describe('what somebody else saved', () => {
  test('stands in every control that nobody typed in, and is not theirs', async () => {
    await open({ name: 'Hive', text: 'Olu’s', visibility: 'private' });
    expect([field('name').value, field('text').value, chosen()]).toEqual(['Hive', 'Olu’s', 'private']);
    await type('name', 'Hives');
    await leave();
    expect(JSON.parse(sessionStorage.getItem(key)!).values).toEqual({ name: 'Hives' });
  });

  test('leaves what is typed and its caret alone, and says that saving replaces it', async () => {
    await type('text', 'Mine');
    field('text').setSelectionRange(1, 1);
    await open({ name: 'Hive' });
    expect([field('name').value, field('text').value, note()]).toEqual(['Hive', 'Mine', '']);
    await open({ name: 'Hive', text: 'Olu’s' });
    expect([field('text').value, field('text').selectionStart]).toEqual(['Mine', 1]);
    expect(note()).toContain(overtaken);
    expect(note()).not.toContain(back);
  });

  test('is told as often as one comes back, and no more once it is what was typed', async () => {
    await type('text', 'Mine');
    await leave();
    for (const _ of ['once', 'again']) {
      await open({ text: 'Olu’s' });
      expect(field('text').value).toBe('Mine');
      expect(note()).toContain(overtaken);
      await type('text', 'Mine');
      await leave();
    }
    await open({ text: 'Mine' });
    expect(note()).toBe('');
  });

  test('is none of what is typed, when it is something else on the page', async () => {
    await type('text', 'Mine');
    await leave();
    await open({ name: 'Hive' });
    expect([field('name').value, field('text').value]).toEqual(['Hive', 'Mine']);
    expect(note()).toContain(back);
    expect(note()).not.toContain(overtaken);
  });

  test('is replaced by nothing that is new', async () => {
    await type('text', 'Mine');
    await leave();
    await open({ text: 'Olu’s', isNew: true });
    expect(note()).toContain(back);
    await open({ text: 'Cy’s', isNew: true });
    expect(note()).toContain(back);
  });
});

describe('what one saved oneself', () => {
  test('is kept no more, but for what was typed meanwhile', async () => {
    await type('text', 'Mine ');
    await type('text', 'Mine and more');
    await act(async () => kept.forget({ text: 'Mine ' }));
    await open({ text: 'Mine' });
    expect([field('text').value, note()]).toEqual(['Mine and more', '']);
    await leave();
    await open({ text: 'Mine' });
    expect(field('text').value).toBe('Mine and more');
    expect(note()).toContain(back);
    expect(note()).not.toContain(overtaken);
  });

  test('is kept no more before the page says it', async () => {
    await type('text', 'Mine');
    await act(async () => kept.forget({ name: 'Bees', text: 'Mine', visibility: 'public' }));
    await open();
    expect(field('text').value).toBe('Mine');
    await leave();
    expect(sessionStorage.length).toBe(0);
  });

  test('stands until the page says it, also over what somebody else saved before', async () => {
    await open({ text: 'Olu’s' });
    await type('text', 'Mine');
    await act(async () => kept.forget({ text: 'Mine' }));
    await open({ text: 'Olu’s' });
    expect(field('text').value).toBe('Mine');
  });

  test('or gave up is kept no more', async () => {
    await type('text', 'Mine');
    await act(async () => kept.forget());
    await leave();
    expect(sessionStorage.length).toBe(0);
  });
});

describe('what is discarded', () => {
  const discardMine = async () => {
    await type('text', 'Mine');
    await leave();
    await open({ text: 'Olu’s' });
    await type('text', 'Mine and more');
    await press('Discard it');
  };

  test('can be had back with what was typed since, over what somebody else saved', async () => {
    await discardMine();
    expect(field('text').value).toBe('Olu’s');
    expect(note()).toContain('Discarded.');
    expect(document.activeElement).toBe(field('name'));
    expect(sessionStorage.length).toBe(0);
    await press('Undo');
    expect(field('text').value).toBe('Mine and more');
    expect(note()).toContain(overtaken);
    await leave();
    await open({ text: 'Olu’s' });
    expect(field('text').value).toBe('Mine and more');
  });

  test('leaves nothing to keep, also where the page does not say yet what was saved', async () => {
    await type('name', 'Hive');
    await act(async () => kept.forget({ name: 'Hive' }));
    await act(async () => kept.discard());
    expect(sessionStorage.length).toBe(0);
    await open({ name: 'Hive' });
    expect(field('name').value).toBe('Hive');
  });

  test('is gone with the page, or when something else is typed', async () => {
    await discardMine();
    await type('text', 'Anew');
    expect(note()).toBe('');
    await type('text', 'Olu’s');
    await leave();
    await open({ text: 'Olu’s' });
    expect([field('text').value, note()]).toEqual(['Olu’s', '']);
  });
});

test.each(['{"values":{"text":"Mine"},"version":3}', '{"values":{"text":"Mine"}}'])(
  'what was kept without what it was typed over comes back: %s',
  async (stored) => {
    await leave();
    sessionStorage.setItem(key, stored);
    await open();
    expect(field('text').value).toBe('Mine');
    expect(note()).toContain(back);
  },
);

test.each(['null', '3', '{"version":3}', '{'])('what cannot be read is nothing: %s', async (stored) => {
  await leave();
  sessionStorage.setItem(key, stored);
  await open();
  expect([field('text').value, note()]).toEqual(['Olden', '']);
});
