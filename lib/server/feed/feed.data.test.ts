import { describe, expect, test } from 'vitest';
import { GET as essayFeed } from '@/app/api/v1/groups/[group]/essays/[essay]/feed.atom/route';
import { GET as groupFeed } from '@/app/api/v1/groups/[group]/feed.atom/route';
import { GET as tagFeed } from '@/app/api/v1/groups/[group]/tags/[tag]/feed.atom/route';
import { createApiToken } from '@/lib/server/data/api-tokens';
import { createCard } from '@/lib/server/data/cards/create-card';
import { deleteAnnotation, editAnnotation } from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { moderatedGroup } from '@/lib/server/data/moderation/moderated-group.fixture';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { changeMe } from '@/lib/server/data/users';
import { hashToken, secretToken } from '@/lib/server/secret-token';

const ask = async (
  handler: (request: Request, context: { params: Promise<never> }) => Promise<Response>,
  params: object,
  headers: Record<string, string> = {},
) => {
  const response = await handler(new Request('http://127.0.0.1/feed.atom', { headers }), {
    params: Promise.resolve(params as never),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

async function club(visibility: 'public' | 'private' = 'public') {
  const room = await readingGroup(visibility);
  const ann = await room.join('Ann', 'member');
  const annotate = (rest = {}) => createAnnotation(ann, room.place, mark('fox', rest));
  const group = (headers = {}) => ask(groupFeed, { group: room.group }, headers);
  return { ...room, ann, annotate, groupFeed: group };
}

const idsIn = (text: string) =>
  [...text.matchAll(/<id>tag:[^<]*:(annotations|cards)\/([^<]*)<\/id>/g)].map(([, , id]) => id);

describe('a feed', () => {
  test('of a group has its annotations and cards, of an essay and a tag theirs, newest first', async () => {
    const { ann, annotate, groupFeed, group, essay } = await club();
    const plain = await annotate({ comment: { markdown: 'Is *it*?' } });
    const crux = await annotate({ tags: ['crux'] });
    const draft = { kind: 'claim' as const, details: '', operationalization: '', resolvesBy: null };
    const card = await createCard(ann, group, { ...draft, statement: 'It is & stays so.' });
    const { text, headers } = await groupFeed();
    expect(idsIn(text)).toEqual([card.id, crux.id, plain.id]);
    expect(text).toContain('&lt;p&gt;Is &lt;em&gt;it&lt;/em&gt;?&lt;/p&gt;');
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(idsIn((await ask(essayFeed, { group, essay })).text)).toEqual([crux.id, plain.id]);
    expect(idsIn((await ask(tagFeed, { group, tag: 'crux' })).text)).toEqual([crux.id]);
    expect((await ask(tagFeed, { group, tag: 'nonsense' })).status).toBe(401);
  });

  test('has what was made at the same time by its ids, the last one first', async () => {
    const { annotate, groupFeed } = await club();
    const ids = [(await annotate()).id, (await annotate()).id, (await annotate()).id];
    const at = new Date('2026-11-20T10:00:00.000Z');
    await db().annotation.updateMany({ where: { id: { in: ids } }, data: { createdAt: at } });
    expect(idsIn((await groupFeed()).text)).toEqual(ids.sort().reverse());
  });

  test('holds nothing private, held or deleted, whoever asks', async () => {
    const { annotate, ann, groupFeed, group } = await club();
    await annotate({ visibility: 'private' });
    await deleteAnnotation(ann, (await annotate()).id);
    await db().annotation.update({ where: { id: (await annotate()).id }, data: { held: 'pending' } });
    const draft = { kind: 'claim' as const, details: '', operationalization: '', resolvesBy: null };
    const card = await createCard(ann, group, { ...draft, statement: 'Hidden.' });
    await db().card.update({ where: { id: card.id }, data: { held: 'hidden' } });
    const token = secretToken(24);
    await createApiToken(ann, { name: 'reader', scope: 'read', days: null, tokenHash: hashToken(token) });
    expect(idsIn((await groupFeed({ authorization: `Bearer ${token}` })).text)).toEqual([]);
  });

  test('is not sent again to whoever has it, until something changes', async () => {
    const { annotate, ann, groupFeed } = await club();
    const { id } = await annotate();
    const { headers } = await groupFeed();
    const known = { 'if-none-match': headers.get('etag') ?? '' };
    expect((await groupFeed(known)).status).toBe(304);
    await editAnnotation(ann, id, { change: { comment: { markdown: 'Now.' } }, ifMatch: null });
    expect((await groupFeed(known)).status).toBe(200);
  });

  test('is sent again when whoever proposed a card is called otherwise', async () => {
    const { ann, groupFeed, group } = await club();
    const draft = { kind: 'claim' as const, details: '', operationalization: '', resolvesBy: null };
    await createCard(ann, group, { ...draft, statement: 'So it is.' });
    const known = { 'if-none-match': (await groupFeed()).headers.get('etag') ?? '' };
    await changeMe(ann, { name: 'Anna Karenina' });
    expect((await groupFeed(known)).text).toContain('<name>Anna Karenina</name>');
  });
});

test('what moderators let through later comes in a feed that was asked for before', async () => {
  const { annotation, decide, reader, group } = await moderatedGroup(100);
  const held = await annotation('First.');
  await db().group.update({ where: { id: group }, data: { reviewFirst: 0 } });
  const newer = await annotation('Second.');
  const token = secretToken(24);
  await createApiToken(reader, { name: 'reader', scope: 'feed', days: null, tokenHash: hashToken(token) });
  const feedWith = (known: Record<string, string>) =>
    ask(groupFeed, { group }, { authorization: `Bearer ${token}`, ...known });
  const before = await feedWith({});
  expect(idsIn(before.text)).toEqual([newer.id]);
  expect(before.headers.get('last-modified')).toBeNull();
  await decide('approve', held);
  const dated = { 'if-modified-since': new Date(Date.now() + 60_000).toUTCString() };
  for (const known of [dated, { 'if-none-match': before.headers.get('etag') ?? '' }])
    expect(idsIn((await feedWith(known)).text)).toEqual([newer.id, held.id]);
});

test('a passage of half a book is quoted in a feed by its first words, whole to the last character', async () => {
  const { annotate, groupFeed } = await club();
  const { id } = await annotate();
  const quoted = async (exact: string) => {
    const selectors = [{ type: 'TextQuoteSelector', exact }];
    await db().target.update({ where: { annotationId: id }, data: { selectors } });
    await annotate();
    const { text } = await groupFeed();
    return /&lt;blockquote.*?&gt;(.*?)&lt;/.exec(text.slice(text.indexOf(`annotations/${id}`)))?.[1];
  };
  const prose = await quoted('many words, \n\n'.repeat(10_000));
  expect(prose).toMatch(/^many words, many .* (many|words)…$/);
  expect(prose!.length).toBeLessThan(502);
  expect(await quoted('👩‍👩‍👧'.repeat(10_000))).toBe(`${'👩‍👩‍👧'.repeat(62)}…`);
  expect(await quoted('the fox')).toBe('the fox');
});

describe('a feed reader of a private group', () => {
  const basic = (password: string) => ({ authorization: `Basic ${btoa(`anybody:${password}`)}` });

  test('is asked for a token, the same as where there is no group', async () => {
    const { groupFeed } = await club('private');
    const there = await groupFeed();
    const nowhere = await ask(allGroups, { group: 'nowhere' });
    expect([there.status, there.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('Basic'),
    ]);
    expect(nowhere.text).toBe(there.text);
  });

  test('signs in by Basic with a token that reads, and with nothing else', async () => {
    const { ann, annotate, groupFeed } = await club('private');
    const { id } = await annotate();
    const token = secretToken(24);
    await createApiToken(ann, { name: 'reader', scope: 'read', days: null, tokenHash: hashToken(token) });
    expect(idsIn((await groupFeed(basic(token))).text)).toEqual([id]);
    expect((await groupFeed(basic(secretToken(24)))).status).toBe(401);
    expect((await groupFeed({ authorization: 'Basic !' })).status).toBe(401);
  });
});

const allGroups = groupFeed;
