import { expect, test } from 'vitest';
import { demandRoom } from './live-stream';

const stream = (user: string | null, address = '192.0.2.1') => ({ user, address });
const many = (count: number, make: (index: number) => ReturnType<typeof stream>) =>
  new Set(Array.from({ length: count }, (_, index) => make(index)));

const home = stream(null);
const ann = stream('ann');

test.each([
  ['the sixth of a person', many(5, () => stream('ann')), ann, null],
  ['the seventh of a person, wherever they are', many(6, (n) => stream('ann', `192.0.2.${n}`)), ann, 429],
  ['one of a person where others have theirs', many(30, (n) => stream(`user ${n}`)), ann, null],
  ['the twentieth visitor of an address', many(19, () => stream(null)), home, null],
  ['the twenty-first visitor of an address', many(20, () => stream(null)), home, 429],
  ['a visitor where members read', many(40, (n) => stream(`user ${n}`)), home, null],
  ['a visitor from another address', many(20, () => stream(null)), stream(null, '192.0.2.2'), null],
  ['the last of an instance', many(1_999, (n) => stream(`user ${n}`)), ann, null],
  ['one more than an instance takes', many(2_000, (n) => stream(`user ${n}`)), ann, 503],
])('%s', (_, streams, next, status) => {
  const ask = () => demandRoom(streams, next);
  if (status === null) expect(ask()).toBeUndefined();
  else expect(ask).toThrow(expect.objectContaining({ status, extensions: { retryAfter: 30 } }));
});
