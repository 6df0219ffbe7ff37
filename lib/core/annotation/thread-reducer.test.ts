import { describe, expect, test } from 'vitest';
import type { Annotation, AnnotationEvent } from './annotation';
import { annotation, idOf } from './annotation.fixture';
import { applyEvent, type Threads } from './thread-reducer';

const one = annotation('one', 'Ann');
const threads = (cursor: string, ...all: Annotation[]): Threads => ({
  annotations: new Map(all.map((each) => [each.id, each])),
  cursor,
});
const event = (seq: number, about: Annotation | string): AnnotationEvent => ({
  seq,
  kind: 'annotation',
  change: 'edited',
  id: typeof about === 'string' ? idOf(about) : about.id,
  actor: null,
  annotation: typeof about === 'string' ? null : about,
});
const ids = (state: Threads | 'gap') => (state === 'gap' ? 'gap' : [...state.annotations.keys()]);

describe('applyEvent', () => {
  test('puts a new annotation in its place by id', () => {
    const [a, b, c] = ['aaaa', 'bbbb', 'cccc'].map((name) => annotation(name, 'Ann'));
    expect(ids(applyEvent(threads('e.1', a!, c!), event(2, b!), 'e.2'))).toEqual([a!.id, b!.id, c!.id]);
    expect(ids(applyEvent(threads('e.1', a!, b!), event(2, c!), 'e.2'))).toEqual([a!.id, b!.id, c!.id]);
  });

  test('replaces a thread where it stands, and moves the cursor', () => {
    const [a, b] = [annotation('aaaa', 'Ann'), annotation('bbbb', 'Ann')];
    const edited = { ...a, version: 2, tags: ['crux'] };
    const state = applyEvent(threads('e.7', a, b), event(8, edited), 'e.8');
    expect(state).toEqual(threads('e.8', edited, b));
  });

  test('takes out what is gone', () => {
    expect(applyEvent(threads('e.1', one), event(2, 'one'), 'e.2')).toEqual(threads('e.2'));
    expect(applyEvent(threads('e.1'), event(2, 'one'), 'e.2')).toEqual(threads('e.2'));
  });

  test.each([
    ['a number is missing', 'e.1', 3, 'e.3'],
    ['the count is another', 'e.1', 2, 'f.2'],
    ['nothing was known and it does not begin', '0.0', 2, 'e.2'],
  ])('finds a gap when %s', (_name, cursor, seq, at) => {
    expect(applyEvent(threads(cursor), event(seq, one), at)).toBe('gap');
  });

  test('takes the first event of all', () => {
    expect(applyEvent(threads('0.0'), event(1, one), 'e.1')).toEqual(threads('e.1', one));
  });

  test('does nothing the second time', () => {
    const state = threads('e.2', one);
    expect(applyEvent(state, event(2, 'one'), 'e.2')).toBe(state);
    expect(applyEvent(state, event(1, 'one'), 'e.1')).toBe(state);
  });

  describe('on the own channel', () => {
    const hidden = { ...one, visibility: 'private' as const, version: 2 };

    test('leaves the cursor where it is', () => {
      expect(applyEvent(threads('e.5'), event(0, hidden), 'e.5')).toEqual(threads('e.5', hidden));
      expect(applyEvent(threads('e.5', hidden), event(0, 'one'), 'e.5')).toEqual(threads('e.5'));
    });

    test.each([
      ['after the group lost sight of it', [event(2, 'one'), event(0, hidden)]],
      ['before the group loses sight of it', [event(0, hidden), event(2, 'one')]],
    ])('what became private stays for its author, told %s', (_name, events) => {
      let state: Threads | 'gap' = threads('e.1', one);
      for (const each of events) if (state !== 'gap') state = applyEvent(state, each, 'e.2');
      expect(state).toEqual(threads('e.2', hidden));
    });

    test('an older text does not replace a newer one', () => {
      const newer = { ...one, version: 3 };
      expect(applyEvent(threads('e.5', newer), event(0, hidden), 'e.5')).toEqual(threads('e.5', newer));
    });
  });
});
