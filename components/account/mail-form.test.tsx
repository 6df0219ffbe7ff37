// @vitest-environment jsdom
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { show } from '@/components/page.fixture';
import type { MailSettings } from '@/lib/core/api/inbox';
import { MailForm } from './mail-form';

const line = vi.hoisted(() => ({ refuse: (_: Error) => {} }));
vi.mock('@/components/api-client', async (original) => ({
  ...(await original<object>()),
  api: () =>
    new Promise((_, reject) => {
      line.refuse = reject;
    }),
}));
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => {} }) }));
// Not in jsdom.
Element.prototype.scrollIntoView = () => {};

const settings: MailSettings = {
  available: true,
  mailing: 'daily',
  address: 'ann@example.org',
  confirmed: true,
  bounced: null,
  groups: [],
};
const chosen = () => document.querySelector<HTMLInputElement>('input:checked')?.value;

test('how often shows what was chosen before the server answers, and what stands when it refuses', async () => {
  await show(<MailForm settings={settings} />);
  await act(async () => document.querySelector<HTMLInputElement>('[value=weekly]')!.click());
  expect(chosen()).toBe('weekly');
  const { ApiError } = await import('@/components/api-client');
  await act(async () =>
    line.refuse(
      new ApiError(429, { type: 'urn:cruxbook:busy', title: 'Busy', status: 429, detail: 'Wait.' }),
    ),
  );
  expect(chosen()).toBe('daily');
});
