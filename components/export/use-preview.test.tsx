// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { show } from '@/components/page.fixture';
import type { Choice } from '@/lib/core/corpus/choice-address';
import { usePreview } from './use-preview';

/** Refuses what ends before it begins; of anything else the counting takes as long as the test. */
vi.mock('@/components/api-client', async (original) => {
  const real = await original<typeof import('@/components/api-client')>();
  const api = (_: string, { query }: { query: Choice }) =>
    query.to === '2026-11-01' ? Promise.reject(new real.ApiError(422, null)) : new Promise(() => {});
  return { ...real, api };
});

let previewed: ReturnType<typeof usePreview>;

function Desk({ choice }: { choice: Choice }) {
  previewed = usePreview('club', choice, 0);
  return null;
}

async function choose(to: string) {
  await show(<Desk choice={{ from: '2026-11-02', to }} />);
  await act(() => vi.advanceTimersByTimeAsync(1_000));
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a choice that is put right can be taken before it is counted, while the refusal still stands', async () => {
  await choose('2026-11-01');
  expect(previewed).toMatchObject({ isRefused: true, pending: false });
  await choose('2026-11-03');
  expect(previewed).toMatchObject({ isRefused: false, pending: true, error: { status: 422 } });
});
