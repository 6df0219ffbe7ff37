// @vitest-environment jsdom
import { act } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { leave, show } from '@/components/page.fixture';
import { useKeptReasons } from './use-kept-reasons';

const place = { group: 'club', essay: 'the-fox', round: null };
const one = { id: 'one' };

let kept: ReturnType<typeof useKeptReasons>;

function Desk({ at, viewer }: { at: typeof place; viewer: string | null }) {
  kept = useKeptReasons(at, viewer);
  return null;
}

const look = (viewer: string | null, at = place) => show(<Desk at={at} viewer={viewer} />);
const type = (reason: string) => act(async () => kept.setReason(one, () => reason));

beforeEach(() => sessionStorage.clear());

test('a reason that was typed and not sent is there again, at the same place alone', async () => {
  await look('ann');
  await type('Too broad.');
  await leave();
  await look('ann', { ...place, essay: 'the-dog' });
  expect(kept.reasonOf(one)).toBe('');
  await leave();
  await look('ann');
  expect(kept.reasonOf(one)).toBe('Too broad.');
  await type('');
  expect(sessionStorage.length).toBe(0);
});

test.each([
  ['comes to the page later', leave],
  ['signs in while it is open', async () => {}],
])('nor does another viewer get it who %s', async (_, meanwhile) => {
  await look('ann');
  await type('Too broad.');
  for (const viewer of ['bo', null]) {
    await meanwhile();
    await look(viewer);
    expect(kept.reasonOf(one)).toBe('');
  }
  await meanwhile();
  await look('bo');
  await type('Too narrow.');
  await meanwhile();
  await look('ann');
  expect(kept.reasonOf(one)).toBe('Too broad.');
});
