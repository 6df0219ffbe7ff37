import { beforeAll, expect, test } from 'vitest';
import { contractOf } from '@/lib/core/api/contracts';
import { rows } from '@/lib/server/data/access-table.fixture';
import { accessWorld, type World } from '@/lib/server/data/access-world.fixture';
import { cardHistory } from '@/lib/server/data/cards/card-events';
import { linkPassage, listOccurrences, unlinkPassage } from '@/lib/server/data/cards/occurrences';
import { splitCard } from '@/lib/server/data/cards/split-card';
import { undoStep } from '@/lib/server/data/cards/undo-step';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { inboxPage } from '@/lib/server/data/inbox/inbox';
import { follow as followSubject } from '@/lib/server/data/inbox/subscriptions';
import { addMember } from '@/lib/server/data/members';
import { person } from '@/lib/server/data/person.fixture';
import { showPresence } from '@/lib/server/data/presence';
import { reactToAnnotation } from '@/lib/server/data/reactions';
import { listReleases, releaseOf } from '@/lib/server/data/releases/releases';
import { createReply } from '@/lib/server/data/replies';
import { loadHandlers } from '@/lib/server/data/route-handlers.fixture';
import { setCheck } from '@/lib/server/data/section-checks';
import { startPage } from '@/lib/server/data/start-page';
import type { Viewer } from '@/lib/server/data/viewer';
import { follow, until } from '@/lib/server/events/stream-reader.fixture';
import { runDue } from '@/lib/server/jobs/worker';
import { beginAnnotationRound } from './begin-round';

process.env.RATE_LIMIT_FACTOR = '1000000';

const canary = 'Quokka';
const words = { comment: { markdown: canary } };

let world: World;
let handlers: Awaited<ReturnType<typeof loadHandlers>>;
let cy: Viewer;
let owner: Viewer;
let blind: Viewer;
/** What the one who reads alone marked before that. */
let own: string;

const viewerOf = async (id: string | undefined): Promise<Viewer> => {
  const { name, isAdmin } = await db().user.findUniqueOrThrow({ where: { id: id ?? '' } });
  return { user: { id: id ?? '', name, isAdmin }, scope: 'write', session: null };
};

beforeAll(async () => {
  handlers = await loadHandlers();
  world = await accessWorld('private');
  owner = await viewerOf(world.ids.other);
  const moderator = await db().membership.findFirstOrThrow({
    where: { groupId: world.ids.group ?? '', role: 'moderator' },
  });
  blind = await viewerOf(moderator.userId);
  cy = await person('Cy');
  const group = world.ids.group ?? '';
  await addMember(owner, group, { user: cy.user?.id ?? '', role: 'member' });
  own = (await createAnnotation(blind, place(), silent('has'))).id;
  await beginAnnotationRound(owner, place(), {
    title: 'Blind',
    guideline: '',
    revealWhenAllDone: false,
    tags: [],
    people: [cy, blind].map(({ user }) => user?.id ?? ''),
  });
}, 60_000);

const place = () => ({ group: world.ids.group ?? '', essay: world.ids.essay ?? '' });

const silent = (exact: string) => ({
  target: { version: 1, selector: [{ type: 'TextQuoteSelector' as const, exact }] },
  tags: ['claim'],
});
const mark = (exact: string) => ({ ...silent(exact), ...words });

/** Every answer that can be asked for, as the blind moderator gets it. */
async function answers(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const row of rows) {
    const [method, template = ''] = row.key.split(' ');
    if (method !== 'GET' || contractOf(row.key).contentType === 'text/event-stream') continue;
    const usual = { ...world.ids, id: world.ids.annotation, kind: 'agree', number: '1', tag: 'claim' };
    const ids = { ...usual, ...row.ids?.(world, 'moderator') } as Record<string, string>;
    const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
    const url = `http://127.0.0.1:3000/api/v1${template}?${new URLSearchParams(row.query?.(world))}`;
    const headers = { authorization: `Bearer ${world.tokens.moderator}` };
    const params = Promise.resolve(Object.fromEntries(names.map((name) => [name, ids[name] ?? ''])));
    const response = await handlers.get(row.key)?.(new Request(url, { headers }), { params });
    const body = response ? `${response.status} ${await response.text()}` : '';
    found.set(`${row.key} ${row.about ?? ''}`, body);
  }
  return found;
}

const telling = (found: Map<string, string>) =>
  [...found].filter(([, body]) => body.includes(canary)).map(([key]) => key);

/** Where channels stand, and when something was used or changed, tell that something happened, and no more. */
const timeless = (body: string) => body.replace(/"(cursor|lastUsed|lastSeen)":"[^"]*"/g, '');

test('who reads alone gets the same answers from every endpoint, whatever others mark, say or check meanwhile', async () => {
  while ((await runDue('tell')) > 0);
  const before = await answers();
  const { frames } = await follow(blind, place(), null);
  const sealed = await createAnnotation(cy, place(), mark('One essay'));
  await createReply(cy, sealed.id, words);
  const open = await createAnnotation(owner, place(), mark('few words'));
  await createReply(owner, open.id, words);
  await createReply(owner, world.ids.annotation ?? '', words);
  await reactToAnnotation(owner, open.id, { kind: 'agree', on: true });
  await showPresence(owner, { params: place(), body: { block: 1 } });
  await setCheck(owner, place(), { version: 1, block: 0, tag: 'claim', checked: true });
  while ((await runDue('tell')) > 0);
  await until(() => frames.length >= 5);
  const after = await answers();
  const changed = [...after].filter(([key, body]) => timeless(body) !== timeless(before.get(key) ?? ''));
  expect(changed.map(([key]) => key)).toEqual([]);
  expect(telling(after)).toEqual([]);
  expect(JSON.stringify(frames)).not.toContain(canary);
  expect(
    new Set(frames.map(({ event, data }) => `${event} ${data.id} ${data.actor} ${data.annotation}`)),
  ).toEqual(new Set(['annotation 00000000-0000-0000-0000-000000000000 null null']));
  expect((await startPage(blind)).unread).toEqual({});
});

test('nor do cards show them the passages of others there', async () => {
  const shown = await createAnnotation(owner, place(), mark('essay'));
  const card = { group: world.ids.group ?? '', card: world.ids.canonical ?? '' };
  const { id } = await linkPassage(owner, card, { annotation: shown.id, role: 'states' });
  await linkPassage(owner, card, { annotation: shown.id, role: 'supports' });
  await unlinkPassage(owner, { ...card, id });
  const [{ id: unlinking } = { id: '' }] = await cardHistory(owner, card);
  await undoStep(owner, { ...card, event: unlinking });
  const after = await answers();
  const found = (key: string) => JSON.stringify([...after].filter(([one]) => one.startsWith(key)));
  expect([...after].filter(([, body]) => body.includes(shown.id)).map(([key]) => key)).toEqual([]);
  const verbs = async (viewer: Viewer) => (await cardHistory(viewer, card)).map(({ verb }) => verb);
  expect((await verbs(owner)).slice(0, 4)).toEqual(['undo', 'unlink', 'link', 'link']);
  expect(await verbs(blind)).toEqual((await verbs(owner)).slice(4));
  expect(found('GET /groups/{group}/cards ')).not.toContain('"states":1');
  expect(telling(after)).toEqual([]);
});

test('nor does the inbox tell them that a passage of others there was linked to a card they follow', async () => {
  const card = { group: world.ids.group ?? '', card: world.ids.canonical ?? '' };
  const dee = await person('Dee');
  await addMember(owner, card.group, { user: dee.user.id, role: 'member' });
  const told = async (who: Viewer) => {
    while ((await runDue('tell')) > 0);
    const { items } = await inboxPage(who, { unread: 'false', limit: 50 });
    return items.filter(({ kind }) => kind === 'card').map(({ verb }) => verb);
  };
  const before = await told(blind);
  for (const who of [blind, dee])
    await followSubject(who, { group: card.group, kind: 'card', subject: card.card });
  const shown = await createAnnotation(owner, place(), mark('One'));
  await linkPassage(owner, card, { annotation: own, role: 'states' });
  const { id } = await linkPassage(owner, card, { annotation: shown.id, role: 'states' });
  await unlinkPassage(owner, { ...card, id });
  const [unlinking] = await cardHistory(owner, card);
  await undoStep(owner, { ...card, event: unlinking?.id ?? '' });
  expect(await told(dee)).toEqual(['undo', 'unlink', 'link', 'link']);
  expect(await told(blind)).toEqual(['link', ...before]);
});

test('nor does a split tell them which passages it took along', async () => {
  const card = { group: world.ids.group ?? '', card: world.ids.canonical ?? '' };
  const [met] = await listOccurrences(owner, card);
  const part = {
    kind: 'claim' as const,
    statement: 'A part of it.',
    occurrences: [met?.id ?? ''],
    reason: '',
  };
  const { number } = await splitCard(owner, card, part);
  const splitAs = async (viewer: Viewer) =>
    (await cardHistory(viewer, card)).filter(({ verb }) => verb === 'split').map(({ after }) => after);
  expect(await splitAs(owner)).toEqual([{ card: number, occurrences: part.occurrences }]);
  expect(await splitAs(blind)).toEqual([{ card: number }]);
});

test('nor does a release tell them how much there was', async () => {
  const [group = '', release = ''] = [world.ids.group, world.ids.release];
  const told = async (viewer: Viewer) => {
    const { card, counts } = await releaseOf(viewer, group, release);
    const listed = (await listReleases(viewer, group)).map((one) => one.counts !== null);
    return [card !== null, counts !== null, ...listed];
  };
  expect(await told(owner)).toEqual([true, true, true]);
  expect(await told(blind)).toEqual([false, false, false]);
});

test('what is sealed is its author’s alone, moderators included', async () => {
  const sealed = await db().annotation.findFirstOrThrow({ where: { held: 'sealed' } });
  const ask = async (key: string, params: Record<string, string>) => {
    const url = `http://127.0.0.1:3000/api/v1${key.split(' ')[1]}`;
    const request = new Request(url, { headers: { authorization: `Bearer ${world.tokens.owner}` } });
    return (await handlers.get(key)?.(request, { params: Promise.resolve(params) })) ?? Response.error();
  };
  expect((await ask('GET /annotations/{id}', { id: sealed.id })).status).toBe(404);
  const list = await ask('GET /groups/{group}/essays/{essay}/annotations', place());
  expect(await list.text()).not.toContain(sealed.id);
});
