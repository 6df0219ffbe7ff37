import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { config } from '@/lib/server/config';
import { createCard } from '@/lib/server/data/cards/create-card';
import { deleteAnnotation, editAnnotation } from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db, query } from '@/lib/server/data/database';
import { inboxPage } from '@/lib/server/data/inbox/inbox';
import { changeRole } from '@/lib/server/data/members';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { createReply } from '@/lib/server/data/replies';
import { changeWebhook, createWebhook, listDeliveries, pingWebhook } from '@/lib/server/data/webhooks';
import { runDue } from '@/lib/server/jobs/worker';
import { forgetWebhooks, later, type Received, receiver } from './receiver.fixture';

let site: string;
let received: Received[];
let stop: () => void;
let club: Awaited<ReturnType<typeof readingGroup>>;
let ann: SignedIn;
let mo: SignedIn;

beforeAll(async () => {
  config().WEBHOOKS_TO_PRIVATE_NETWORKS = true;
  ({ site, received, stop } = await receiver());
});
afterAll(() => stop());
beforeEach(async () => {
  received.length = 0;
  await forgetWebhooks();
  club = await readingGroup();
  ann = await club.join('Ann', 'member');
  mo = await club.join('Mo', 'moderator');
});

const hook = (path: string) =>
  createWebhook(mo, club.group, { url: site + path, events: ['annotation', 'card'] });
const annotate = () => createAnnotation(ann, club.place, mark('fox'));
const messages = () => received.map(({ body }) => JSON.parse(body) as { type: string; data: object });
const jobs = () =>
  query<{ id: string; state: string; attempts: number; due: boolean }>(
    'test-jobs',
    "SELECT id, xmin::text AS state, attempts, run_at <= now() AS due FROM job WHERE kind = 'webhook' ORDER BY created_at",
    [],
  );

describe('a message that waits', () => {
  const draft = { kind: 'claim' as const, details: '', operationalization: '', resolvesBy: null };

  test.each([
    ['hidden', async (id: string) => db().annotation.update({ where: { id }, data: { held: 'hidden' } })],
    [
      'made private',
      async (id: string) => editAnnotation(ann, id, { change: { visibility: 'private' }, ifMatch: null }),
    ],
    ['taken off the list', async () => db().readingListEntry.deleteMany({ where: { essayId: club.essay } })],
  ])('says nothing of what was %s meanwhile but that there was a change', async (_, hide) => {
    await hook('/ok');
    const { id } = await annotate();
    await hide(id);
    await later();
    const told = { type: 'annotation.edited', data: { group: club.group, essay: club.essay, id } };
    expect(messages().length).toBeGreaterThan(0);
    for (const message of messages()) expect(message).toMatchObject(told);
    for (const { data } of messages()) expect(Object.keys(data)).not.toContain('actor');
  });

  test('of what was deleted meanwhile tells of the deletion and of nobody who made it', async () => {
    await hook('/ok');
    const { id } = await annotate();
    await deleteAnnotation(ann, id);
    await later();
    expect(messages().map(({ type, data }) => [type, 'actor' in data])).toEqual(
      expect.arrayContaining([
        ['annotation.edited', false],
        ['annotation.deleted', true],
      ]),
    );
  });

  test('names the reply, unless that was hidden meanwhile', async () => {
    await hook('/ok');
    const { id } = await annotate();
    await later();
    const shown = await createReply(mo, id, { comment: { markdown: 'Yes.' } });
    await later();
    const hidden = await createReply(mo, id, { comment: { markdown: 'Fool.' } });
    await db().reply.update({ where: { id: hidden.id }, data: { held: 'hidden' } });
    await later();
    const about = { group: club.group, essay: club.essay, id };
    expect(messages().slice(1)).toEqual([
      {
        type: 'annotation.replied',
        timestamp: expect.any(String),
        data: { ...about, reply: shown.id, actor: mo.user.id },
      },
      { type: 'annotation.edited', timestamp: expect.any(String), data: about },
    ]);
  });

  test('of a card that was hidden meanwhile names nobody', async () => {
    await hook('/ok');
    const { id } = await createCard(ann, club.group, { ...draft, statement: 'So it is.' });
    await db().card.update({ where: { id }, data: { held: 'hidden' } });
    await later();
    expect(messages()).toEqual([
      { type: 'card.edited', timestamp: expect.any(String), data: { group: club.group, id } },
    ]);
  });
});

describe('an address that fails', () => {
  test('rests: its other messages are neither written nor sent nor counted as tried, and later they arrive', async () => {
    const { id } = await hook('/500');
    await annotate();
    await annotate();
    const [, second] = await jobs();
    await db().job.update({ where: { id: second!.id }, data: { runAt: new Date(Date.now() + 3_600_000) } });
    const [, before] = await jobs();
    await runDue('webhook');
    expect((await jobs())[1]?.state).toBe(before?.state);
    await annotate();
    expect((await jobs())[2]?.due).toBe(false);

    await db().job.updateMany({ where: { kind: 'webhook' }, data: { runAt: new Date(0) } });
    await runDue('webhook');
    expect(received).toHaveLength(1);
    expect((await jobs()).map(({ attempts, due }) => [attempts, due])).toEqual([
      [1, false],
      [0, false],
      [0, false],
    ]);
    await db().webhook.update({ where: { id }, data: { url: `${site}/ok` } });
    await later();
    expect((await listDeliveries(mo, { group: club.group, id })).map(({ state }) => state)).toEqual(
      Array(3).fill('delivered'),
    );
  });

  test('puts off at once all that is due, and holds up neither another one nor what a person asks for', async () => {
    const { id } = await hook('/500');
    const hourAgo = new Date(Date.now() - 3_600_000);
    await db().webhook.update({ where: { id }, data: { failingSince: hourAgo } });
    for (let i = 0; i < 20; i++) await annotate();
    await runDue('webhook');
    const untried = (await jobs()).filter(({ attempts }) => attempts === 0);
    // What is under way when the first of them fails is tried.
    const tries = received.length;
    expect(tries).toBeLessThan(20);
    expect(untried.map(({ due }) => due)).toEqual(Array(20 - tries).fill(false));
    await hook('/ok');
    await pingWebhook(mo, { group: club.group, id });
    await annotate();
    while ((await runDue('webhook')) > 0);
    expect(received.map(({ path }) => path).filter((path) => path === '/ok')).toHaveLength(1);
    expect(messages().filter(({ type }) => type === 'ping')).toHaveLength(1);
    expect(received).toHaveLength(tries + 2);
  });

  test.each([
    ['just now', 0, 10],
    ['for five minutes', 300, 300],
    ['for two days', 172_800, 3_600],
  ])('and has done so %s rests for as long, from ten seconds to an hour', async (_, failing, rest) => {
    const { id } = await hook('/500');
    if (failing)
      await db().webhook.update({
        where: { id },
        data: { failingSince: new Date(Date.now() - failing * 1000) },
      });
    await annotate();
    await runDue('webhook');
    const { restUntil } = await db().webhook.findUniqueOrThrow({ where: { id } });
    expect(Math.abs(Number(restUntil) - Date.now() - rest * 1000)).toBeLessThan(9_000);
  });

  test('is still asked when a person wants to know whether it answers', async () => {
    const { id } = await hook('/500');
    await annotate();
    await runDue('webhook');
    await pingWebhook(mo, { group: club.group, id });
    await runDue('webhook');
    expect(messages().map(({ type }) => type)).toEqual(['annotation.created', 'ping']);
  });
});

describe('whoever set a webhook up', () => {
  const inbox = async (who: SignedIn) => {
    for (let done = 1; done > 0; ) done = await runDue('tell');
    const { items } = await inboxPage(who, { unread: 'true', limit: 50 });
    return items.filter(({ kind }) => kind === 'webhook');
  };
  const fail = async () => {
    await annotate();
    await annotate();
    await later();
  };

  test('is told once that it was turned off, where it led and why, until it is on again', async () => {
    const other = await club.join('Olu', 'owner');
    const { id } = await hook('/410?key=secret');
    await fail();
    expect(await inbox(mo)).toMatchObject([
      {
        verb: 'gone',
        about: new URL(site).host,
        actor: null,
        path: expect.stringMatching(/\/settings#webhooks$/),
      },
    ]);
    expect(JSON.stringify(await inbox(mo))).not.toContain('secret');
    expect([await inbox(ann), await inbox(other)]).toEqual([[], []]);
    await changeWebhook(mo, { group: club.group, id }, { enabled: true });
    expect(await inbox(mo)).toEqual([]);
    await fail();
    expect(await inbox(mo)).toHaveLength(1);
  });

  test('and may no longer look after it is not told; the others who may are', async () => {
    const owner = await club.join('Olu', 'owner');
    await hook('/410');
    await changeRole(owner, club.group, { user: mo.user.id, role: 'member' });
    await fail();
    expect([(await inbox(mo)).length, (await inbox(owner)).length]).toEqual([0, 1]);
  });

  test('is not told when a person turned it off', async () => {
    const { id } = await hook('/ok');
    await changeWebhook(mo, { group: club.group, id }, { enabled: false });
    expect(await inbox(mo)).toEqual([]);
  });
});
