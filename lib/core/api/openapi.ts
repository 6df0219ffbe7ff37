import { z } from 'zod';
import { Annotation, AnnotationDraft, AnnotationPage, Person, Reply } from '@/lib/core/annotation/annotation';
import { ApiToken, Me } from './account';
import type { Contract } from './contract';
import { EssayDraft, EssayVersion, ListedEssay } from './essays';
import { Group, Invitation, Member, Tag } from './groups';

/** Schemas with names of their own in the description. */
const named = {
  Annotation,
  AnnotationDraft,
  AnnotationPage,
  ApiToken,
  EssayDraft,
  EssayVersion,
  Group,
  Invitation,
  ListedEssay,
  Me,
  Member,
  Person,
  Reply,
  Tag,
};

type Json = Record<string, unknown>;

/** What each name in a path stands for. */
const about: Record<string, string> = {
  group: 'Id or slug of a group',
  essay: 'Id or slug of an essay; the id where no group is named',
  number: 'Number of the version, from 1',
  card: 'Id or number of a card',
  event: 'Id of a step in its history',
  delivery: 'Id of a message',
  target: 'Id or number of the card that the other is a crux for',
  user: 'Id of a member',
  one: 'Id of a member',
  other: 'Id of another member',
  person: 'Id of somebody whose things were imported',
  tag: 'Slug of a word of the vocabulary',
  token: 'Secret of an invitation',
  kind: 'agree, disagree or helpful',
  id: 'UUID',
};

const example: Record<string, string> = { group: 'sample', number: '1', tag: 'crux', kind: 'agree' };

const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });

const place = '#/components/schemas/';
type Side = 'input' | 'output';

/**
 * The OpenAPI 3.1 description of an API, made from the contracts that the server enforces.
 * https://spec.openapis.org/oas/v3.1.1.html
 */
export function openApi(contracts: Record<string, Contract>, server: string): Json {
  const paths: Record<string, Json> = {};
  for (const [key, contract] of Object.entries(contracts)) {
    const [method = '', path = ''] = key.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation({ method, path }, contract) };
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Cruxbook', version: '1', description: introduction },
    servers: [{ url: server }],
    security: [{ bearer: [] }, { session: [] }],
    paths,
    components: {
      schemas: components(),
      responses: { Problem: problemResponse },
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token made in the settings, or by `cruxbook token create`.',
        },
        session: { type: 'apiKey', in: 'cookie', name: 'session', description: 'Set by signing in.' },
      },
    },
  };
}

const introduction =
  'Read essays together. Offsets in texts are Unicode code points, times are ISO 8601 in UTC. What is not yours to ' +
  'see answers 404, as if it were not there. A POST with an `Idempotency-Key` may be repeated: it happens once.';

function operation({ method, path }: { method: string; path: string }, contract: Contract): Json {
  const { summary, scope, session, body, query, ifMatch, secret, fileBytes } = contract;
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => pathParameter(name)),
    ...(query ? queryParameters(query) : []),
    ...(ifMatch ? [header('If-Match', 'Version you change: `"v7"`, or `*`.', true)] : []),
    ...(method === 'POST' && !secret && fileBytes === undefined
      ? [header('Idempotency-Key', 'Chosen by you; at most 200 characters.', false)]
      : []),
  ];
  return {
    operationId: operationId(method, path),
    tags: [path.split('/')[1]],
    summary,
    ...(scope === 'public' && { security: [{}, { bearer: [] }, { session: [] }] }),
    ...(session && { security: [{ session: [] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } },
    }),
    ...(fileBytes !== undefined && { requestBody: file }),
    responses: { ...success(contract), default: { $ref: '#/components/responses/Problem' } },
  };
}

const file = {
  required: true,
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
};

/** `GET /groups/{group}/essays` → `getGroupsByGroupEssays`. */
const operationId = (method: string, path: string) =>
  method.toLowerCase() +
  path
    .replace(/\/\{(\w)(\w*)\}/g, (_, first: string, rest: string) => `By${first.toUpperCase()}${rest}`)
    .replace(/[/.-](\w)/g, (_, first: string) => first.toUpperCase());

function pathParameter(name: string): Json {
  const description = about[name] ?? name;
  const shown = example[name];
  return {
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string' },
    ...(shown !== undefined && { example: shown }),
  };
}

function queryParameters(query: z.ZodType): Json[] {
  const { properties = {} } = schemaOf(query, 'input') as { properties?: Json };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }));
}

const header = (name: string, description: string, required: boolean): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});

function success({ output, status, located, ranges, contentType = 'application/json' }: Contract): Json {
  if (!output) return { [status ?? 204]: { description: 'Done' } };
  const content = { [contentType]: { schema: schemaOf(output, 'output') } };
  return {
    [status ?? 200]: { description: 'Done', ...(located && { headers: { Location: location } }), content },
    ...(ranges && {
      206: { description: 'The `Range` that was asked for', content },
      304: { description: 'It is what `If-None-Match` names' },
      416: { description: 'There is nothing in this range', headers: { 'Content-Range': contentRange } },
    }),
  };
}

const location: Json = { description: 'Where it is', schema: { type: 'string', format: 'uri-reference' } };

const contentRange: Json = {
  description: 'How long all of it is: `bytes */1234`',
  schema: { type: 'string' },
};

/** In what is sent, parts with a default may be missing; in what comes back they are there. */
function schemaOf(schema: z.ZodType, io: Side): Json {
  const {
    $schema: _,
    $defs: __,
    ...rest
  } = z.toJSONSchema(schema, { io, metadata: registry, unrepresentable: 'any' });
  return atHome(rest) as Json;
}

function components(): Json {
  const of = (io: Side) =>
    z.toJSONSchema(registry, { io, uri: (id) => `${place}${id}`, unrepresentable: 'any' }).schemas;
  const [sent, received] = [of('input'), of('output')];
  const schemas = Object.keys(named).map((id) => {
    const { $schema: _, $id: __, ...schema } = (id.endsWith('Draft') ? sent : received)[id] ?? {};
    return [id, schema] as const;
  });
  return { ...Object.fromEntries(schemas), Problem: problem };
}

/** References into a schema's own definitions, turned into references to the description's. */
function atHome(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(atHome);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) =>
    key === '$ref' ? [key, String(part).replace('#/$defs/', place)] : [key, atHome(part)],
  );
  return Object.fromEntries(entries);
}

/** https://www.rfc-editor.org/rfc/rfc9457 */
const problem: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', examples: ['urn:cruxbook:not-found'] },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What happened, what is kept, what to do.' },
  },
};

const problemResponse: Json = {
  description: 'A problem',
  content: { 'application/problem+json': { schema: { $ref: `${place}Problem` } } },
};
