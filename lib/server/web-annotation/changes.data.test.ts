import { describe, expect, test } from 'vitest';
import { DELETE, GET as getAnnotation, PUT } from '@/app/wa/[group]/[id]/route';
import { POST } from '@/app/wa/[group]/route';
import { deleteAnnotation, editAnnotation } from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { overtaken } from '@/lib/server/data/overtaken.fixture';
import { mark } from '@/lib/server/data/reading-group.fixture';
import { createReply } from '@/lib/server/data/replies';
import { annotationHistory } from '@/lib/server/data/revisions';
import { club, site } from './container-club.fixture';

const idOf = ({ json }: { json: { id: string } }) => json.id.split('/').at(-1) ?? '';

describe('a change', () => {
  test('takes what was read and says it anew, but for its names', async () => {
    const { base, ask, join, foreign } = await club();
    const { token: by } = await join('Ann', 'member');
    const { json: made } = await ask(POST, base, { by, body: foreign({ canonical: 'urn:x:2' }) });
    const put = (body: unknown, headers = {}) => ask(PUT, made.id, { by, body, headers });
    const body = { type: 'TextualBody', value: 'Slow.', format: 'text/markdown' };
    const { status, json } = await put({ ...made, body });
    expect([status, json.body[0].value, json.canonical]).toEqual([200, 'Slow.', 'urn:x:2']);
    expect((await put({ ...made, canonical: 'urn:x:3' })).status).toBe(409);
    expect((await put({ ...made, id: 'https://other.example/' })).status).toBe(409);
    expect((await put({ ...made, body }, { 'if-match': '"old"' })).status).toBe(412);
  });

  test('moves it within its version of the text, as a change in the app does', async () => {
    const { base, ask, join, place, foreign } = await club();
    const { token: by, viewer } = await join('Ann', 'member');
    const made = await ask(POST, base, { by, body: foreign() });
    const etag = made.headers.get('etag') ?? '';
    const version = (number: number) => `${site}/api/v1/essays/${place.essay}/versions/${number}`;
    const to = (exact: string, source = version(1)) => ({
      ...made.json,
      target: { source, selector: { type: 'TextQuoteSelector', exact } },
    });
    const put = (body: unknown, headers = {}) => ask(PUT, made.json.id, { by, body, headers });
    const { status, json, headers } = await put(to('lazy'), { 'if-match': etag });
    expect([status, headers.get('etag') === etag]).toEqual([200, false]);
    expect(json.target.selector).toContainEqual(expect.objectContaining({ exact: 'lazy' }));
    const { items } = await annotationHistory(viewer, idOf(made));
    expect(items.map(({ quote }) => quote)).toEqual(['quick brown']);
    expect((await put(to('brown'), { 'if-match': etag })).status).toBe(412);
    expect((await put(to('cat'))).status).toBe(422);
    expect((await put(made.json)).status).toBe(428);
    expect((await put(json)).status).toBe(200);
    expect((await put(to('brown'), { 'if-match': '*' })).status).toBe(200);
    const { id: _, ...first } = await db().essayVersion.findFirstOrThrow({ where: { essayId: place.essay } });
    const second = { ...first, document: first.document as object, number: 2, sha256: `2 ${place.essay}` };
    await db().essayVersion.create({ data: { ...second, source: Buffer.from('') } });
    // The page of an essay is its newest version.
    const page = `${site}/g/g-${place.group}/the-fox`;
    for (const source of [version(2), page]) expect((await put(to('brown', source))).status).toBe(409);
    const { id } = await createAnnotation(viewer, place, mark('fox'));
    expect((await put({ ...made.json, target: base + id })).status).toBe(422);
  });

  test('takes back what is held as it was read, and leaves it held', async () => {
    const { base, ask, join, foreign } = await club();
    const { token: by } = await join('Ann', 'member');
    const made = await ask(POST, base, { by, body: foreign() });
    await db().annotation.update({ where: { id: idOf(made) }, data: { held: 'hidden' } });
    const { json: read } = await ask(getAnnotation, made.json.id, { by });
    const held = expect.objectContaining({ source: 'urn:cruxbook:held:hidden' });
    expect(read.body).toContainEqual(held);
    const { status, json } = await ask(PUT, made.json.id, { by, body: read });
    expect([status, json.body]).toEqual([200, expect.arrayContaining([held])]);
  });

  test('is based on what was read, whoever has replied to it since', async () => {
    const { base, ask, join, foreign } = await club();
    const ann = await join('Ann', 'member');
    const ben = await join('Ben', 'member');
    const made = await ask(POST, base, { by: ann.token, body: foreign() });
    const etag = made.headers.get('etag') ?? '';
    await createReply(ben.viewer, idOf(made), { comment: { markdown: 'Yes.' } });
    const changed = foreign({ body: { type: 'TextualBody', value: 'Slow.' } });
    const sent = { by: ann.token, body: changed, headers: { 'if-match': etag } };
    const { status, headers } = await ask(PUT, made.json.id, sent);
    expect([status, headers.get('etag') === etag]).toEqual([200, false]);
    expect((await ask(PUT, made.json.id, sent)).status).toBe(412);
  });

  test.each([
    ['PUT', PUT],
    ['DELETE', DELETE],
  ])('does not overtake another that %s did not know of', async (_, method) => {
    const { base, ask, join, foreign } = await club();
    const { token: by, viewer } = await join('Ann', 'member');
    const made = await ask(POST, base, { by, body: foreign() });
    const change = { comment: { markdown: 'Slow.' } };
    const { status } = await overtaken(
      () => editAnnotation(viewer, idOf(made), { change, ifMatch: null }),
      () => {
        const headers = { 'if-match': made.headers.get('etag') ?? '' };
        return ask(method, made.json.id, { by, headers, ...(method === PUT && { body: foreign() }) });
      },
    );
    expect(status).toBe(412);
    expect((await ask(getAnnotation, made.json.id, { by })).json.body[0].value).toBe('Slow.');
  });

  test('is its author’s alone, and a deletion theirs and the moderators’; then it is gone for good', async () => {
    const { base, ask, join, foreign } = await club();
    const ann = await join('Ann', 'member');
    const ben = await join('Ben', 'member');
    const mo = await join('Mo', 'moderator');
    const { json: made } = await ask(POST, base, { by: ann.token, body: foreign() });
    const status = async (handler: unknown, by: string, body?: unknown) =>
      (await ask(handler, made.id, { by, body })).status;
    expect(await status(PUT, ben.token, made)).toBe(403);
    expect(await status(PUT, mo.token, made)).toBe(403);
    expect(await status(DELETE, ben.token)).toBe(403);
    expect(await status(DELETE, mo.token)).toBe(204);
    expect(await status(getAnnotation, ann.token)).toBe(410);
    expect(await status(PUT, ann.token, made)).toBe(410);
  });

  test('of a reply keeps what it answers', async () => {
    const { base, ask, join, place, foreign } = await club();
    const ann = await join('Ann', 'member');
    const { id } = await createAnnotation(ann.viewer, place, mark('fox'));
    const { json: made } = await ask(POST, base, { by: ann.token, body: foreign({ target: base + id }) });
    const body = { type: 'TextualBody', value: 'Otherwise.' };
    const put = (sent: object) => ask(PUT, made.id, { by: ann.token, body: { ...made, ...sent } });
    const { status, json } = await put({ body });
    expect([status, json.target, json.body.value]).toEqual([200, base + id, 'Otherwise.']);
    const other = await createAnnotation(ann.viewer, place, mark('lazy'));
    expect((await put({ target: base + other.id })).status).toBe(409);
    await deleteAnnotation(ann.viewer, id);
    expect((await ask(getAnnotation, made.id, { by: ann.token })).status).toBe(410);
  });
});
