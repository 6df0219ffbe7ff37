import { hash } from '@node-rs/argon2';
import { describe, expect, test } from 'vitest';
import { hashPassword, isOutdated, passwordMatches } from './password';

process.env.DATABASE_URL = 'postgresql://nobody@localhost/none';
process.env.AUTH_SECRET = 'a secret for tests, long enough to be one';

describe('a password', () => {
  test('is kept as argon2id with 64 MiB, three passes and a salt of its own', async () => {
    const [one, two] = await Promise.all([hashPassword('tide pool'), hashPassword('tide pool')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(one).not.toBe(two);
  });

  const stored = hashPassword(' Tide pööl ');
  test.each([
    ['the same characters', ' Tide pööl ', true],
    ['without its spaces', 'Tide pööl', false],
    ['in another case', ' tide pööl ', false],
    ['in another normal form', ' Tide pööl '.normalize('NFD'), false],
    ['nothing', '', false],
  ])('matches itself only: %s', async (_, typed, matches) => {
    expect(await passwordMatches(await stored, typed)).toBe(matches);
  });

  test('is compared in full, however long', async () => {
    const long = 'x'.repeat(999);
    expect(await passwordMatches(await hashPassword(`${long}a`), `${long}b`)).toBe(false);
  });
});

test('without a stored hash the answer is no, after as much work as with one', async () => {
  const stored = await hashPassword('tide pool');
  await passwordMatches(null, 'first use makes the decoy');
  const time = async (hashed: string | null) => {
    const begun = performance.now();
    expect(await passwordMatches(hashed, 'guess')).toBe(false);
    return performance.now() - begun;
  };
  const ratios: number[] = [];
  for (let i = 0; i < 7; i++) ratios.push((await time(null)) / (await time(stored)));
  const median = ratios.sort((a, b) => a - b)[3];
  expect(median).toBeGreaterThan(0.6);
  expect(median).toBeLessThan(1.7);
});

test('a hash with weaker parameters counts as outdated', async () => {
  expect(isOutdated(await hash('x', { memoryCost: 19_456, timeCost: 2 }))).toBe(true);
  expect(isOutdated(await hash('x', { memoryCost: 65_536, timeCost: 2 }))).toBe(true);
  expect(isOutdated(await hashPassword('x'))).toBe(false);
});
