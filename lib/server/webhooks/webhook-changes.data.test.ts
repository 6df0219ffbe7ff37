import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { config } from '@/lib/server/config';
import { db } from '@/lib/server/data/database';
import { changeRole } from '@/lib/server/data/members';
import { overtaken } from '@/lib/server/data/overtaken.fixture';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { readingGroup } from '@/lib/server/data/reading-group.fixture';
import {
  changeWebhook,
  deleteWebhook,
  listWebhooks,
  pingWebhook,
  redeliver,
  renewSecret,
} from '@/lib/server/data/webhooks';
import { forgetWebhooks, later, type Received, receiver } from './receiver.fixture';
import { setUpWebhook } from './set-up-webhook';
import { secretOf } from './webhook-secret';

let site: string;
let received: Received[];
let stop: () => void;
let club: Awaited<ReturnType<typeof readingGroup>>;
let mo: SignedIn;
let id: string;
let secret: string;
let place: { group: string; id: string };

beforeAll(async () => {
  config().WEBHOOKS_TO_PRIVATE_NETWORKS = true;
  ({ site, received, stop } = await receiver());
});
afterAll(() => stop());
beforeEach(async () => {
  received.length = 0;
  await forgetWebhooks();
  club = await readingGroup();
  mo = await club.join('Mo', 'moderator');
  ({ id, secret } = await setUpWebhook(mo, club.group, { url: `${site}/ok`, events: ['annotation'] }));
  place = { group: club.group, id };
});

test('a message is sent again once, where two ask for that at the same time', async () => {
  const { id: delivery } = await pingWebhook(mo, place);
  await later();
  const again = () => redeliver(mo, { ...place, delivery });
  await expect(overtaken(again, again)).rejects.toMatchObject({ code: 'waiting' });
  await later();
  expect(received).toHaveLength(2);
});

/** Which of its first secrets each message that arrived is signed with. */
const signedWith = () =>
  received.map(({ headers, body }) =>
    [0, 1, 2].filter((generation) => {
      const key = Buffer.from(secretOf(id, generation).replace('whsec_', ''), 'base64');
      const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
      const right = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
      return String(headers['webhook-signature']).split(' ').includes(right);
    }),
  );

test('a new secret signs at once, for a day beside the one before, and then alone', async () => {
  expect(secret).toBe(secretOf(id, 0));
  expect(await renewSecret(mo, place)).toEqual({ id, generation: 1 });
  await pingWebhook(mo, place);
  await later();
  await db().webhook.update({ where: { id }, data: { renewedAt: new Date(Date.now() - 25 * 3_600_000) } });
  await pingWebhook(mo, place);
  await later();
  await renewSecret(mo, place);
  await pingWebhook(mo, place);
  await later();
  expect(signedWith()).toEqual([[0, 1], [1], [1, 2]]);
  expect(new Set([0, 1, 2].map((generation) => secretOf(id, generation))).size).toBe(3);
});

test('whoever is no moderator any more when their turn comes changes nothing', async () => {
  const deeds: (() => Promise<unknown>)[] = [
    () => changeWebhook(mo, place, { enabled: false }),
    () => renewSecret(mo, place),
    () => deleteWebhook(mo, place),
  ];
  const boss = await club.join('Owen', 'owner');
  for (const deed of deeds) {
    await db().membership.updateMany({ where: { userId: mo.user.id }, data: { role: 'moderator' } });
    const demoted = () => changeRole(boss, club.group, { user: mo.user.id, role: 'member' });
    await expect(overtaken(demoted, deed)).rejects.toMatchObject({ status: 403 });
  }
  expect(await listWebhooks(boss, club.group)).toMatchObject([{ disabled: null }]);
});
