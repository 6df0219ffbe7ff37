import { expect, test, vi } from 'vitest';
import { ApiError } from '@/components/api-client';
import { deliver, pauseBefore, verdictOn } from './deliver';

const failure = (status: number) => new ApiError(status, null);

test.each([
  [0, 'later'],
  [408, 'later'],
  [500, 'later'],
  [503, 'later'],
  [401, 'sign-in'],
  [403, 'refused'],
  [404, 'refused'],
  [412, 'refused'],
  [422, 'refused'],
  [429, 'refused'],
])('status %i: %s', (status, verdict) => {
  expect(verdictOn(failure(status))).toBe(verdict);
});

test('a defect is not taken for an answer', () => {
  expect(() => verdictOn(new TypeError('x'))).toThrow(TypeError);
});

function attempts(...answers: (ApiError | 'yes')[]) {
  const means = {
    send: vi.fn(async () => {
      const answer = answers.shift()!;
      if (answer instanceof ApiError) throw answer;
      return answer;
    }),
    pause: vi.fn(async () => {}),
    signIn: vi.fn(async () => {}),
    report: vi.fn(),
  };
  return means;
}

test('tries again after silence and server errors until the server says yes', async () => {
  const means = attempts(failure(0), failure(503), 'yes');
  await expect(deliver(means)).resolves.toBe('yes');
  expect(means.pause.mock.calls).toEqual([[1], [2]]);
  expect(means.report.mock.calls.map(([reason]) => reason === null)).toEqual([
    true,
    false,
    true,
    false,
    true,
  ]);
});

test('an expired sign-in asks for it and sends again', async () => {
  const means = attempts(failure(401), 'yes');
  await expect(deliver(means)).resolves.toBe('yes');
  expect(means.signIn).toHaveBeenCalledOnce();
  expect(means.pause).not.toHaveBeenCalled();
});

test('a person who will not sign in now keeps the thing for later', async () => {
  const means = attempts(failure(401), 'yes');
  means.signIn.mockRejectedValueOnce(new Error('closed'));
  await expect(deliver(means)).resolves.toBe('yes');
  expect(means.pause).toHaveBeenCalledOnce();
});

test('a refusal ends it', async () => {
  const means = attempts(failure(500), failure(422), 'yes');
  await expect(deliver(means)).rejects.toMatchObject({ status: 422 });
  expect(means.send).toHaveBeenCalledTimes(2);
});

test('pauses grow to a minute', () => {
  expect([1, 2, 3, 10].map((attempt) => pauseBefore(attempt, 0.5))).toEqual([2000, 4000, 8000, 60_000]);
});
