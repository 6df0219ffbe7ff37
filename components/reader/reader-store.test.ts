import { describe, expect, test, vi } from 'vitest';
import { codePoints } from '@/lib/core/anchoring/code-points';
import { annotation, idOf } from '@/lib/core/annotation/annotation.fixture';
import type { ArticleView } from './article-view';
import { readerStore } from './reader-store';
import type { Reading } from './reading';

const reading: Reading = {
  email: null,
  group: { id: idOf('group'), slug: 'g', name: 'G' },
  essay: { id: idOf('essay'), slug: 'e', title: 'E', language: 'en', number: 1, words: 100 },
  viewer: { id: idOf('ann'), name: 'ann' },
  isMember: true,
  follows: false,
  writes: true,
  moderates: false,
  tags: [
    {
      slug: 'claim',
      name: 'Claim',
      definition: '',
      slot: 1,
      line: 'solid',
      glyph: '◆',
      shortcut: 'c',
      retired: false,
    },
  ],
  settings: {},
  place: null,
  hasDecisions: false,
  readsAlone: false,
  cursor: 'a.1',
};

const text = 'A 🦊 jumps over the lazy dog.';
const article = { text, points: codePoints(text) } as ArticleView;
const at = (start: number, end: number, version = 1) => ({
  target: { version, selector: [{ type: 'TextPositionSelector' as const, start, end }] },
});

describe('readerStore', () => {
  test('tells listeners of a change, with what was before, and of nothing else', () => {
    const store = readerStore(reading);
    const heard = vi.fn();
    const stop = store.subscribe(heard);
    store.focus('x');
    store.noteUnmounted('never mounted');
    expect(heard).toHaveBeenCalledTimes(1);
    expect(heard.mock.calls[0]![0].focused).toBe('x');
    expect(heard.mock.calls[0]![1].focused).toBeNull();
    stop();
    store.focus(null);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('an annotation that goes takes the focus with it', () => {
    const store = readerStore(reading);
    store.put(annotation('one', 'ben'));
    store.focus(idOf('one'));
    store.remove(idOf('one'));
    expect(store.get().annotations.size).toBe(0);
    expect(store.get().focused).toBeNull();
  });

  test('turning the text cursor off lets the passage go', () => {
    const store = readerStore(reading);
    store.selecting(true);
    store.select({ start: 0, end: 3, by: 'keyboard' });
    store.selecting(false);
    expect(store.get().draft).toBeNull();
  });

  test('who opens a note while choosing has done with choosing; closing one leaves it be', () => {
    const store = readerStore(reading);
    const passage = { start: 0, end: 3, by: 'keyboard' } as const;
    store.selecting(true);
    store.select(passage);
    store.focus(null);
    expect(store.get()).toMatchObject({ selecting: true, draft: passage });
    store.focus('x');
    expect(store.get()).toMatchObject({ selecting: false, draft: null, focused: 'x' });
  });
});

describe('ranges', () => {
  function filled() {
    const store = readerStore(reading);
    store.attach(article);
    store.put(annotation('two', 'ben', { ...at(9, 13), tags: ['claim'] }));
    store.put(annotation('one', 'ann', at(2, 9)));
    store.put(annotation('old', 'ann', at(0, 3, 2)));
    return store;
  }

  test('stand in reading order in UTF-16, those of other versions nowhere', () => {
    const store = filled();
    expect(store.ranges.all(store.get())).toEqual([
      { id: idOf('one'), start: 2, end: 10, slot: 0, label: 'Highlight by ann' },
      { id: idOf('two'), start: 10, end: 14, slot: 1, label: 'Claim by ben' },
    ]);
  });

  test('on show are those that filter and settings let through', () => {
    const store = filled();
    const shown = () => store.ranges.visible(store.get()).map(({ id }) => id);
    store.settle({ highlights: 'mine' });
    expect(shown()).toEqual([idOf('one')]);
    store.settle({ highlights: 'none' });
    expect(shown()).toEqual([]);
    store.settle({ highlights: 'all' });
    store.filter({ ...store.get().filter, tags: ['claim'] });
    expect(shown()).toEqual([idOf('two')]);
  });

  test('are the same list as long as nothing they depend on changes', () => {
    const store = filled();
    const before = store.ranges.visible(store.get());
    store.focus(idOf('one'));
    expect(store.ranges.visible(store.get())).toBe(before);
    store.put(annotation('six', 'ann', at(0, 1)));
    expect(store.ranges.visible(store.get())).not.toBe(before);
  });
});
