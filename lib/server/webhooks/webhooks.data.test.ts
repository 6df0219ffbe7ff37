import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { webhookEvents } from '@/lib/core/api/webhooks';
import { config } from '@/lib/server/config';
import { deleteAnnotation, editAnnotation } from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import {
  changeWebhook,
  listDeliveries,
  listWebhooks,
  pingWebhook,
  redeliver,
} from '@/lib/server/data/webhooks';
import { runDue } from '@/lib/server/jobs/worker';
import { forgetWebhooks, later, type Received, receiver } from './receiver.fixture';
import { setUpWebhook } from './set-up-webhook';
import { secretOf } from './webhook-secret';

let site: string;
let port: number;
let received: Received[];
let stop: () => void;
let club: Awaited<ReturnType<typeof readingGroup>>;
let ann: SignedIn;
let mo: SignedIn;

const settings = config();
beforeAll(async () => {
  ({ site, port, received, stop } = await receiver());
});
afterAll(() => stop());
beforeEach(async () => {
  settings.WEBHOOKS_TO_PRIVATE_NETWORKS = true;
  received.length = 0;
  await forgetWebhooks();
  club = await readingGroup();
  ann = await club.join('Ann', 'member');
  mo = await club.join('Mo', 'moderator');
});

const hook = (path: string, events: (typeof webhookEvents)[number][] = ['annotation']) =>
  setUpWebhook(mo, club.group, { url: site + path, events });
const annotate = (rest = {}) => createAnnotation(ann, club.place, mark('fox', rest));
const log = (id: string) => listDeliveries(mo, { group: club.group, id });

describe('a message', () => {
  test('is signed as Standard Webhooks say, names what happened, and holds nobody’s words', async () => {
    const { id: webhook } = await hook('/ok');
    const { id } = await annotate({ comment: { markdown: 'Secret thoughts.' } });
    await later();
    const [{ headers, body } = received[0]!] = received;
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const key = Buffer.from(secretOf(webhook, 0).replace('whsec_', ''), 'base64');
    expect(headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
    );
    expect(Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(30);
    const data = { group: club.group, essay: club.essay, id, actor: ann.user.id };
    expect(JSON.parse(body)).toEqual({ type: 'annotation.created', timestamp: expect.any(String), data });
    expect(await log(webhook)).toMatchObject([{ state: 'delivered', code: 200, attempts: 1 }]);
  });

  test('tells of each change, and not of what is private, held, of another kind, or of another group', async () => {
    const { id: webhook } = await hook('/ok');
    await hook('/card', ['card']);
    await annotate({ visibility: 'private' });
    const other = await readingGroup();
    await createAnnotation(await other.join('Bo', 'member'), other.place, mark('fox'));
    const { id } = await annotate();
    await editAnnotation(ann, id, { change: { tags: ['crux'] }, ifMatch: null });
    await deleteAnnotation(ann, id);
    await db().group.update({ where: { id: club.group }, data: { reviewFirst: 100 } });
    await annotate();
    await later();
    expect((await log(webhook)).map(({ type }) => type).sort()).toEqual([
      'annotation.created',
      'annotation.deleted',
      'annotation.edited',
    ]);
    expect(received.every(({ path }) => path === '/ok')).toBe(true);
  });

  test('goes out once, whoever works', async () => {
    await hook('/ok');
    await annotate();
    await db().job.updateMany({ data: { runAt: new Date(0) } });
    await Promise.all([runDue('webhook'), runDue('webhook'), runDue('webhook')]);
    expect(received).toHaveLength(1);
  });

  test('is sent again under its own id, when a person asks for that', async () => {
    const { id: webhook } = await hook('/ok');
    await pingWebhook(mo, { group: club.group, id: webhook });
    await later();
    const [sent] = await log(webhook);
    await redeliver(mo, { group: club.group, id: webhook, delivery: sent!.id });
    await later();
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([sent!.id, sent!.id]);
  });
});

describe('an address', () => {
  test.each(['/500', '/404', '/redirect'])(
    'that answers %s is asked again, waits meanwhile, and counts as failing',
    async (path) => {
      const { id } = await hook(path);
      await annotate();
      await annotate();
      await runDue('webhook');
      const now = Date.now();
      const jobs = await db().job.findMany({ where: { kind: 'webhook' } });
      expect(jobs).toHaveLength(2);
      expect(jobs.every(({ runAt }) => runAt.getTime() > now)).toBe(true);
      expect((await listWebhooks(mo, club.group))[0]?.failingSince).not.toBeNull();
      expect((await log(id)).every(({ state }) => state === 'waiting')).toBe(true);
      expect(received.every((one) => one.path === path)).toBe(true);
    },
  );

  test('that hangs is given ten seconds', { timeout: 60_000 }, async () => {
    const { id } = await hook('/hang');
    await annotate();
    const begun = Date.now();
    await later();
    expect(Date.now() - begun).toBeLessThan(20_000);
    expect(await log(id)).toMatchObject([{ state: 'waiting', problem: 'no answer in 10 s', code: null }]);
  });

  test('whose answer never ends is not listened to', async () => {
    const { id } = await hook('/endless');
    await annotate();
    await later();
    expect(await log(id)).toMatchObject([{ state: 'delivered', code: 200 }]);
  });

  test('that says it is gone is turned off, and told no more until a person turns it on', async () => {
    const { id } = await hook('/410');
    await annotate();
    await later();
    expect((await listWebhooks(mo, club.group))[0]?.disabled?.by).toBe('gone');
    await annotate();
    expect(await log(id)).toMatchObject([{ state: 'failed', code: 410 }]);
    await changeWebhook(mo, { group: club.group, id }, { enabled: true });
    await annotate();
    expect(await log(id)).toHaveLength(2);
  });

  test('that has failed for three days is turned off', async () => {
    const { id } = await hook('/500');
    await db().webhook.update({
      where: { id },
      data: { failingSince: new Date(Date.now() - 73 * 3_600_000) },
    });
    await annotate();
    await db().webhookDelivery.updateMany({
      where: { webhookId: id },
      data: { attempts: 2, triedAt: new Date() },
    });
    await later();
    expect((await listWebhooks(mo, club.group))[0]?.disabled?.by).toBe('failures');
    expect(await later()).toBe(1);
    expect(await later()).toBe(0);
  });

  test('that failed days ago and was asked nothing since is not turned off by one more failure', async () => {
    const { id } = await hook('/500');
    await db().webhook.update({
      where: { id },
      data: { failingSince: new Date(Date.now() - 73 * 3_600_000) },
    });
    await annotate();
    await later();
    expect((await listWebhooks(mo, club.group))[0]?.disabled).toBeNull();
  });

  test('that answers again is no longer failing', async () => {
    const { id } = await hook('/500');
    await annotate();
    await later();
    await db().webhook.update({ where: { id }, data: { url: `${site}/ok` } });
    await later();
    expect((await listWebhooks(mo, club.group))[0]).toMatchObject({
      failingSince: null,
      last: { state: 'delivered' },
    });
  });

  test.each(['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '2130706433', '0x7f.1'])(
    'of this machine, as %s, is never called unless the settings say so',
    async (host) => {
      const { id } = await hook('/ok');
      await db().webhook.update({ where: { id }, data: { url: `http://${host}:${port}/ok` } });
      settings.WEBHOOKS_TO_PRIVATE_NETWORKS = false;
      await annotate();
      await later();
      expect(received).toEqual([]);
      expect(await log(id)).toMatchObject([{ state: 'failed', problem: 'not on the Internet' }]);
    },
  );

  test.each(['127.0.0.1', 'localhost', '[::1]', '10.1.2.3', '192.168.0.9', '0x7f.1'])(
    'inside the network, as %s, is refused when it is given, unless the settings allow it',
    async (host) => {
      const give = () => setUpWebhook(mo, club.group, { url: `https://${host}/hook`, events: ['card'] });
      settings.WEBHOOKS_TO_PRIVATE_NETWORKS = false;
      await expect(give()).rejects.toMatchObject({
        code: 'url',
        message: expect.stringContaining('Give an address on the Internet'),
      });
      settings.WEBHOOKS_TO_PRIVATE_NETWORKS = true;
      expect((await give()).events).toEqual(['card']);
    },
  );

  test('inside is looked for only by those who may give one', async () => {
    settings.WEBHOOKS_TO_PRIVATE_NETWORKS = false;
    const given = setUpWebhook(ann, club.group, { url: 'https://localhost/', events: ['card'] });
    await expect(given).rejects.toMatchObject({ status: 403 });
  });

  test('has to be https, without a password, where the settings do not say otherwise', async () => {
    settings.WEBHOOKS_TO_PRIVATE_NETWORKS = false;
    await expect(hook('/ok')).rejects.toMatchObject({ status: 422, code: 'url' });
    const url = 'https://name:password@hooks.example/';
    await expect(setUpWebhook(mo, club.group, { url, events: ['card'] })).rejects.toMatchObject({
      code: 'url',
    });
  });
});

test('a group has ten of them at most', async () => {
  for (let i = 0; i < 10; i++) await hook('/ok');
  await expect(hook('/ok')).rejects.toMatchObject({ code: 'many' });
});
