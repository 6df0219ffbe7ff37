import { expect, test } from 'vitest';
import { loggable } from './log';

const secret = 'ann@example.org';
const ofDatabase = Object.assign(new Error(`duplicate key: (${secret})`), {
  code: '23505',
  constraint: 'user_email_key',
  detail: `Key (email)=(${secret}) already exists.`,
});

test.each([
  ['of the database', ofDatabase],
  ['that holds another', new Error(`Invalid invocation: { email: "${secret}" }`, { cause: ofDatabase })],
  ['of a parser', new SyntaxError(`Unexpected token in "${secret}"`)],
  ['that is only a text', secret],
])('nothing that somebody sent is logged of an error %s', (_, error) => {
  expect(JSON.stringify(loggable(error))).not.toContain(secret);
});

test('what an error is, and where it arose, is logged', () => {
  expect(loggable(ofDatabase)).toMatchObject({ type: 'Error', code: '23505', constraint: 'user_email_key' });
  expect(loggable(ofDatabase)).toHaveProperty('at.0', expect.stringContaining('log.test.ts'));
  expect(loggable(new TypeError('x is not a function'))).toMatchObject({ message: 'x is not a function' });
});
