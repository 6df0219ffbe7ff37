import type { WebhookDelivery } from '@/lib/core/api/webhooks';

/** What came of a test that a person sent, with the seconds from their pressing to its end. */
export function testWords({ state, code, problem, created, tried }: WebhookDelivery): string {
  if (tried === null) return state === 'waiting' ? 'Sending a test…' : 'The test was not sent.';
  const seconds = Math.max(0, (Date.parse(tried) - Date.parse(created)) / 1000).toFixed(1);
  const again = state === 'waiting' ? ' It is tried again.' : '';
  if (state === 'delivered') return `The test arrived: the answer was ${code}, after ${seconds} s.`;
  if (code === null) return `The test did not arrive: ${problem}, after ${seconds} s.${again}`;
  return `The answer to the test was ${code}, after ${seconds} s. Only 200 to 299 mean that it arrived.${again}`;
}
