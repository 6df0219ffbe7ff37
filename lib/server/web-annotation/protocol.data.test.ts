import { describe, expect, test } from 'vitest';
import { GET as getAnnotation, OPTIONS } from '@/app/wa/[group]/[id]/route';
import { GET as getContainer, POST } from '@/app/wa/[group]/route';
import { ofRecogito } from '@/lib/core/web-annotation/recogito.fixture';
import { deleteAnnotation } from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { mark } from '@/lib/server/data/reading-group.fixture';
import { createReply } from '@/lib/server/data/replies';
import { club, site, tokenOf } from './container-club.fixture';

const idsOf = (answer: { json: { first?: { items: { id: string }[] } } }) =>
  (answer.json.first?.items ?? []).map(({ id }) => id.split('/').at(-1));

describe('a container', () => {
  test('holds annotations and replies of the group, and nothing that is private, held or deleted', async () => {
    const { base, ask, join, place, group } = await club();
    const ann = await join('Ann', 'member');
    const ben = await join('Ben', 'member');
    const make = (viewer: SignedIn, rest = {}) => createAnnotation(viewer, place, mark('fox', rest));
    const open = await make(ann.viewer);
    await make(ben.viewer, { visibility: 'private' });
    const gone = await make(ben.viewer);
    await deleteAnnotation(ben.viewer, gone.id);
    const reviewFirst = (count: number) =>
      db().group.update({ where: { id: group }, data: { reviewFirst: count } });
    await reviewFirst(100);
    const held = await make(ann.viewer);
    await reviewFirst(0);
    const reply = await createReply(ben.viewer, open.id, { comment: { markdown: 'Yes.' } });
    const seen = async (by: string) => idsOf(await ask(getContainer, base, { by }));
    expect(await seen(ben.token)).toEqual([open.id, reply.id]);
    expect(await seen(ann.token)).toEqual([open.id, held.id, reply.id]);
  });

  test('is the same for a cookie as for a visitor: nothing where the group is private', async () => {
    const { base, ask } = await club();
    const { status, headers } = await ask(getContainer, base, { headers: { cookie: 'session=whatever' } });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([404, '*']);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  test('has another ETag after any change, and "not modified" until then', async () => {
    const { base, ask, join, place } = await club('public');
    const ann = await join('Ann', 'member');
    const first = (await ask(getContainer, base)).headers.get('etag') ?? '';
    const headers = { 'if-none-match': first };
    expect((await ask(getContainer, base, { headers })).status).toBe(304);
    const { id } = await createAnnotation(ann.viewer, place, mark('fox'));
    const second = await ask(getContainer, base, { headers });
    expect([second.status, second.json.total]).toEqual([200, 1]);
    await deleteAnnotation(ann.viewer, id);
    expect((await ask(getContainer, base, { headers })).json).toMatchObject({ total: 0 });
  });

  test('has no page beyond its last', async () => {
    const { base, ask } = await club('public');
    expect((await ask(getContainer, `${base}?page=0`)).status).toBe(404);
    expect((await ask(getContainer, `${base}?page=-1`)).status).toBe(404);
  });
});

describe('an annotation of another program', () => {
  test('becomes one of ours, keeps its names, and its plain text stays plain', async () => {
    const { base, ask, join, foreign, essay } = await club();
    const { token: by } = await join('Ann', 'member');
    const sent = foreign({
      id: 'https://elsewhere.example/1',
      canonical: 'urn:x:1',
      via: 'https://old.example/1',
    });
    const { status, json, headers } = await ask(POST, base, { by, body: sent });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(json.id);
    expect(json).toMatchObject({
      canonical: 'urn:x:1',
      via: ['https://old.example/1', 'https://elsewhere.example/1'],
      motivation: 'commenting',
      body: [{ value: 'So \\*quick\\*?', format: 'text/markdown' }],
      target: { source: { id: `${site}/api/v1/essays/${essay}/versions/1` } },
    });
    const [row] = await db().annotation.findMany({ where: { essayId: essay } });
    expect(row?.comment).toMatchObject({ content: [{ content: [{ text: 'So *quick*?' }] }] });
  });

  test('may name its passage by a fragment of characters, and its tags by name', async () => {
    const { base, ask, join, foreign, essay } = await club();
    const { token: by } = await join('Ann', 'member');
    const target = {
      source: `${site}/api/v1/essays/${essay}/versions/1#char=4,9`,
      selector: { type: 'TextQuoteSelector', exact: 'quick' },
    };
    const body = [{ type: 'TextualBody', purpose: 'tagging', value: 'Crux' }];
    const { json } = await ask(POST, base, { by, body: foreign({ target, body }) });
    expect(json).toMatchObject({
      motivation: 'tagging',
      body: [{ value: 'crux' }, { purpose: 'classifying' }],
    });
  });

  test('is taken as Recogito writes it', async () => {
    const { base, ask, join, essay } = await club();
    const { token: by } = await join('Ann', 'member');
    const sent = ofRecogito(`${site}/api/v1/essays/${essay}/versions/1`);
    const { status, json } = await ask(POST, base, { by, body: sent });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      via: [`urn:uuid:${sent.id}`],
      creator: { name: 'Ann' },
      body: [{ value: 'crux' }, { purpose: 'classifying' }, { value: 'Is it?' }],
      target: { selector: [{ exact: 'fox' }, { start: 16, end: 19 }] },
    });
  });

  test('that targets an annotation is a reply to it, and one that targets a reply answers that', async () => {
    const { base, ask, join, place, foreign } = await club();
    const ann = await join('Ann', 'member');
    const { id } = await createAnnotation(ann.viewer, place, mark('fox'));
    const first = await ask(POST, base, { by: ann.token, body: foreign({ target: base + id }) });
    const second = await ask(POST, base, { by: ann.token, body: foreign({ target: { id: first.json.id } }) });
    expect([first.json.target, second.json.target]).toEqual([base + id, first.json.id]);
    expect(second.json.motivation).toBe('replying');
  });

  test.each([
    ['a page elsewhere', { target: 'https://example.org/' }, 'Annotations here stand on a text'],
    ['two targets', { target: ['https://a.example/', 'https://b.example/'] }, 'one target'],
    ['no target', { target: undefined }, 'no target'],
    ['a whole text', { selector: undefined }, 'Give the passage'],
    ['an XPath', { selector: { type: 'XPathSelector', value: '/p' } }, 'XPathSelector'],
    [
      'words that are not there',
      { selector: { type: 'TextQuoteSelector', exact: 'slow' } },
      'does not have these words',
    ],
    ['words that are there twice', { selector: { type: 'TextQuoteSelector', exact: 'the ' } }, 'times'],
    ['two comments', { body: ['a', 'b'].map((value) => ({ type: 'TextualBody', value })) }, 'one comment'],
    ['a picture', { body: 'https://example.org/cat.png' }, 'not another resource'],
    [
      'the wish to be hidden',
      {
        body: [
          { type: 'TextualBody', value: 'a' },
          { purpose: 'moderating', source: 'urn:cruxbook:held:hidden' },
        ],
      },
      'classifying or linking',
    ],
    ['HTML', { body: { type: 'TextualBody', value: '<b>', format: 'text/html' } }, 'text/html'],
    ['an unknown tag', { body: { type: 'TextualBody', purpose: 'tagging', value: 'nonsense' } }, 'nonsense'],
    ['a stylesheet', { stylesheet: 'https://example.org/s.css' }, 'stylesheet'],
    ['a question', { motivation: 'questioning' }, 'questioning'],
    ['a type of its own', { type: 'Thing' }, 'Annotation'],
    ['another context', { '@context': 'https://schema.org' }, 'anno.jsonld'],
    ['a via that is no IRI', { via: 'somewhere' }, 'via has to be an IRI'],
    ['more of them than fit', { via: Array.from({ length: 21 }, (_, n) => `urn:x:${n}`) }, 'room for 20'],
  ])('with %s is refused in words', async (_, rest, said) => {
    const { base, ask, join, foreign } = await club();
    const { token: by } = await join('Ann', 'member');
    const { selector, ...others } = rest as { selector?: unknown };
    const sent = foreign(others);
    const target = 'selector' in rest ? { ...(sent.target as object), selector } : sent.target;
    const { status, json } = await ask(POST, base, { by, body: { ...sent, target } });
    expect([status, json.detail]).toEqual([422, expect.stringContaining(said)]);
    expect((await ask(getContainer, base, { by })).json.total).toBe(0);
  });

  test.each([
    ['a reader', 'reader', 'write', 403],
    ['a member with a token that reads', 'member', 'read', 403],
  ] as const)('is not taken from %s', async (_, role, scope, status) => {
    const { base, ask, join, foreign } = await club();
    const { viewer } = await join('Rea', role);
    const by = await tokenOf(viewer, scope);
    expect((await ask(POST, base, { by, body: foreign() })).status).toBe(status);
  });

  test('is not taken from a visitor, who is told how to come', async () => {
    const { base, ask, foreign } = await club('public');
    const { status, headers } = await ask(POST, base, { body: foreign() });
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="Cruxbook"']);
  });
});

test('what was never shown to somebody is not there for them, deleted or not', async () => {
  const { base, ask, join, place } = await club('public');
  const ann = await join('Ann', 'member');
  const ben = await join('Ben', 'member');
  const own = await createAnnotation(ann.viewer, place, mark('fox', { visibility: 'private' }));
  const held = await createAnnotation(ann.viewer, place, mark('fox'));
  await db().annotation.update({ where: { id: held.id }, data: { held: 'pending' } });
  const seen = async (id: string, by: string) => (await ask(getAnnotation, base + id, { by })).status;
  expect([await seen(own.id, ben.token), await seen(own.id, ann.token)]).toEqual([404, 404]);
  expect([await seen(held.id, ben.token), await seen(held.id, ann.token)]).toEqual([404, 200]);
  await deleteAnnotation(ann.viewer, held.id);
  expect(await seen(held.id, ben.token)).toBe(404);
});

test('a browser of another origin is told what it may do, whoever asks', async () => {
  const { base, ask } = await club();
  const { status, headers } = await ask(OPTIONS, `${base}anything`, {
    headers: { origin: 'https://other.example' },
  });
  expect([status, headers.get('access-control-allow-methods')]).toEqual([
    200,
    'GET, HEAD, OPTIONS, PUT, DELETE',
  ]);
  expect(headers.get('access-control-allow-headers')).toContain('Authorization');
});
