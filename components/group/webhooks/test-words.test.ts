import { expect, test } from 'vitest';
import type { WebhookDelivery } from '@/lib/core/api/webhooks';
import { testWords } from './test-words';

const sent: WebhookDelivery = {
  id: '0',
  type: 'ping',
  created: '2026-11-21T10:00:00.000Z',
  state: 'waiting',
  attempts: 0,
  code: null,
  problem: null,
  tried: null,
};
const tried = '2026-11-21T10:00:01.240Z';

test.each<[string, Partial<WebhookDelivery>, string]>([
  ['that waits is being sent', {}, 'Sending a test…'],
  [
    'that was taken tells the status and the time',
    { state: 'delivered', code: 204, tried },
    'The test arrived: the answer was 204, after 1.2 s.',
  ],
  [
    'that was answered otherwise tells the status and that it goes on',
    { code: 500, tried },
    'The answer to the test was 500, after 1.2 s. Only 200 to 299 mean that it arrived. It is tried again.',
  ],
  [
    'that was not answered tells why',
    { state: 'failed', problem: 'no connection', tried },
    'The test did not arrive: no connection, after 1.2 s.',
  ],
  ['that was given up before it went out says so', { state: 'failed' }, 'The test was not sent.'],
])('a test %s', (_, change, words) => {
  expect(testWords({ ...sent, ...change })).toBe(words);
});
