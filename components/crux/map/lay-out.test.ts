import { afterEach, expect, test, vi } from 'vitest';
import { layOut } from './lay-out';

/** Answers every layout with one card at 7,9; or breaks down at its first message. */
function workers(broken: boolean) {
  return class extends EventTarget {
    onmessage: ((event: { data: unknown }) => void) | null = null;
    postMessage({ id, cmd }: { id: number; cmd: string }) {
      const children = cmd === 'layout' ? [{ id: '0', x: 7, y: 9 }] : [];
      queueMicrotask(() => {
        if (broken) this.dispatchEvent(new Event('error'));
        else this.onmessage?.({ data: { id, data: { children } } });
      });
    }
  };
}

afterEach(() => vi.unstubAllGlobals());

test('fails when its worker breaks down, and wakes another the next time', async () => {
  vi.stubGlobal('Worker', workers(true));
  await expect(layOut(['a'], [])).rejects.toThrow('broke down');
  vi.stubGlobal('Worker', workers(false));
  expect((await layOut(['a'], [])).spots).toEqual([{ id: 'a', x: 7, y: 9 }]);
});
