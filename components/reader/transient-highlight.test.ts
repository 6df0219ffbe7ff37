// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { showTransient } from './transient-highlight';

afterEach(() => vi.unstubAllGlobals());

function stubHighlights() {
  const highlights = new Map<string, Set<unknown>>();
  vi.stubGlobal(
    'Highlight',
    class extends Set {
      constructor(...ranges: unknown[]) {
        super(ranges);
      }
    },
  );
  vi.stubGlobal('CSS', { highlights });
  return highlights;
}

test('shows these ranges and forgets the ones before', () => {
  const highlights = stubHighlights();
  const [one, two] = [document.createRange(), document.createRange()];
  showTransient('draft', [one]);
  showTransient('draft', [two]);
  expect([...highlights.get('draft')!]).toEqual([two]);
});

test('no ranges put the light out, and leave other names alone', () => {
  const highlights = stubHighlights();
  showTransient('draft', [document.createRange()]);
  showTransient('search', [document.createRange()]);
  showTransient('draft', []);
  expect([...highlights.keys()]).toEqual(['search']);
});

test('a browser without custom highlights shows nothing and does not fail', () => {
  expect(() => showTransient('draft', [document.createRange()])).not.toThrow();
});
