import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The lowest versions without a known hole. `npm audit` does not answer everywhere, so they are written down. */
const floors: [name: string | RegExp, version: string, why: string][] = [
  ['next', '16.3.3', 'GHSA-2xp9-vwfh-vxw4: code execution in the image optimiser'],
  ['react', '19.2.6', 'denial of service in server components'],
  ['react-dom', '19.2.6', 'denial of service in server components'],
  ['@auth/core', '0.41.3', 'GHSA-7rqj-j65f-68wh: sign-in by mail as somebody else'],
  ['nodemailer', '9.0.1', 'GHSA-p6gq-j5cr-w38f: reads files and addresses named in a mail'],
  [/^@tiptap\//, '3.30.5', 'GHSA-j95f-988m-3j2f, GHSA-cp6q-959q-f8rh: attributes that run'],
  ['prosemirror-view', '1.42.3', 'GHSA-c8x8-7fp4-3x9w: pasted HTML that runs'],
  ['dompurify', '3.4.13', 'GHSA-55q2-fjhq-7xh7: HTML that runs'],
];

interface Locked {
  name: string;
  version: string;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { version?: string }>;
};
const locked = Object.entries(lock.packages).flatMap(([path, { version }]): Locked[] => {
  const name = path.split('node_modules/').at(-1);
  return name && version !== undefined ? [{ name, version }] : [];
});

/** Less than 0 when `a` is older. A prerelease counts as its release: none of the floors is one. */
function compare(a: string, b: string): number {
  const numbers = (version: string) => version.split('-')[0]!.split('.').map(Number);
  const [x, y] = [numbers(a), numbers(b)];
  return x.map((part, i) => part - (y[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

test.each(floors)('%s is at least %s everywhere in the lock file (%s)', (wanted, floor) => {
  const found = locked.filter(({ name }) =>
    typeof wanted === 'string' ? name === wanted : wanted.test(name),
  );
  expect(found.filter(({ version }) => compare(version, floor) < 0)).toEqual([]);
});

test('packages that only work together have one version', () => {
  const versionsOf = (name: RegExp) =>
    new Set(locked.filter((one) => name.test(one.name)).map((one) => one.version));
  expect(versionsOf(/^(react|react-dom)$/).size).toBe(1);
  expect(versionsOf(/^(prisma|@prisma\/(client|adapter-pg))$/).size).toBe(1);
});

test.each([
  ['1.2.3', '1.2.3', 0],
  ['1.10.0', '1.9.9', 1],
  ['0.41.2', '0.41.3', -1],
  ['2.0.0-beta.1', '1.9.9', 1],
])('%s compared with %s', (a, b, sign) => {
  expect(Math.sign(compare(a, b))).toBe(sign);
});
