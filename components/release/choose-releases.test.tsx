// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { show } from '@/components/page.fixture';
import type { ReleaseSummary } from '@/lib/core/api/releases';
import { ChooseReleases } from './choose-releases';

vi.mock('next/form', () => ({ default: 'form' }));

const release = (number: number, state: ReleaseSummary['state']) =>
  ({ id: `${number}`, number, state, title: `No. ${number}` }) as ReleaseSummary;

test('what is compared is chosen, also where it was withdrawn', async () => {
  const releases = [release(3, 'frozen'), release(2, 'withdrawn'), release(1, 'frozen')];
  await show(<ChooseReleases group="club" releases={releases} from={1} to={2} />);
  const chosen = [...document.querySelectorAll('select')].map((one) => one.selectedOptions[0]!.textContent);
  expect(chosen).toEqual(['Release 1: No. 1', 'Release 2: No. 2 (withdrawn)']);
});
