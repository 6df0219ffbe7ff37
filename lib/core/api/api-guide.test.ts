import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contractOf, contracts, type EndpointKey } from './contracts';

const guide = readFileSync('docs/api.md', 'utf8');
const commands = [...guide.matchAll(/^curl .*(?:\n .*)*(?:\n {4}.*)*/gm)].map(([command]) => command);

/** The contract's key of a curl command: `$API/groups/$GROUP` is `/groups/{…}`. */
function keyOf(command: string): string {
  const path = /\$API([^\s?"]+)/.exec(command)?.[1]?.replace(/\$\w+|(?<=versions\/)\d+/g, '{}') ?? '';
  const method = /-X (\w+)/.exec(command)?.[1] ?? (/ -d /.test(command) ? 'POST' : 'GET');
  return `${method} ${path}`;
}

const keys = new Map(
  Object.keys(contracts).map((key) => [key.replace(/\{\w+\}/g, '{}'), key as EndpointKey]),
);

test('the guide shows a walk through the API', () => {
  expect(commands.length).toBeGreaterThanOrEqual(8);
});

test.each(commands.map((command) => [keyOf(command), command] as const))(
  '%s is an endpoint',
  (key, command) => {
    const found = keys.get(key);
    expect(found).toBeDefined();
    const contract = contractOf(found as EndpointKey);
    const body = /-d '([^']*)'/.exec(command)?.[1];
    expect(Boolean(body)).toBe(Boolean(contract.body));
    if (body) expect(contract.body?.safeParse(JSON.parse(body)).error).toBeUndefined();
    expect(/If-Match/.test(command)).toBe(contract.ifMatch ?? false);
  },
);
