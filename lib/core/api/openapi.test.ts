import { describe, expect, test } from 'vitest';
import type { Contract } from './contract';
import { contractOf, contracts, type EndpointKey } from './contracts';
import { openApi } from './openapi';

type Json = Record<string, unknown>;
interface Operation {
  operationId: string;
  responses: Json;
  parameters?: { name: string; in: string }[];
  security?: Json[];
}
const description = openApi(contracts, 'http://127.0.0.1:3000/api/v1') as Json & {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json> };
};
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    key: `${method.toUpperCase()} ${path}`,
    ...operation,
  })),
);

/** Every `$ref` in it, wherever it stands. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === '$ref' ? [String(part)] : references(part)));
}

const resolve = (reference: string) =>
  reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, name) => (at as Json | undefined)?.[name], description);

test('is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(description))).toEqual(description);
});

test('describes every contract and nothing else', () => {
  expect(operations.map(({ key }) => key).sort()).toEqual(Object.keys(contracts).sort());
});

test('has references, and each leads to something', () => {
  const all = references(description);
  expect(all.length).toBeGreaterThan(50);
  expect(all.filter((reference) => typeof resolve(reference) !== 'object')).toEqual([]);
});

test('gives every operation a name of its own that is an identifier', () => {
  const names = operations.map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z][A-Za-z0-9]*$/.test(name))).toEqual([]);
});

test.each(operations)('$key names the parameters of its path, one success and its problems', (operation) => {
  const { parameters = [] } = operation;
  const named = parameters.filter((one) => one.in === 'path').map(({ name }) => `{${name}}`);
  expect(named).toEqual(operation.key.match(/\{\w+\}/g) ?? []);
  const [status = '', ...others] = Object.keys(operation.responses);
  expect(status).toMatch(/^20[0-4]$/);
  const { ranges }: Contract = contractOf(operation.key as EndpointKey);
  expect(others).toEqual(ranges ? ['206', '304', '416', 'default'] : ['default']);
});

test('says where what is made in the background is', () => {
  const made = description.paths['/groups/{group}/exports']?.post?.responses[202];
  expect(made).toMatchObject({ headers: { Location: { schema: { type: 'string' } } } });
});

describe('its parts', () => {
  test('keep no address of the tool that made them', () => {
    expect(JSON.stringify(description)).not.toMatch(/\$defs|"\$id"|__shared/);
  });

  test('ask only for what has no default when sent, and promise all when received', () => {
    const { AnnotationDraft, Annotation } = description.components.schemas;
    expect(AnnotationDraft?.required).toEqual(['target']);
    expect(Annotation?.required).toContain('tags');
  });
});

test('open endpoints may be called without signing in, others not', () => {
  const of = (key: string) => operations.find((operation) => operation.key === key)?.security;
  expect(of('GET /groups')).toContainEqual({});
  expect(of('POST /groups')).toBeUndefined();
  expect(of('POST /me/tokens')).toEqual([{ session: [] }]);
});
