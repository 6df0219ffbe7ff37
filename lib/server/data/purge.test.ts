import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { db } from './database';
import { publish, userChannel } from './events';
import { purge } from './purge';
import { readingGroup } from './reading-group.fixture';

const old = new Date(0);
const soon = new Date(Date.now() + 60_000);

test('what has had its time goes, the rest stays', async () => {
  const { group, join } = await readingGroup();
  const { user } = await join('Ann', 'member');
  const userId = user.id;
  const secret = (name: string) => `${userId} ${name}`;
  const answer = { userId, requestHash: '', status: 200, response: '' };
  await db().idempotencyKey.create({ data: { ...answer, key: 'old', createdAt: old } });
  await db().idempotencyKey.create({ data: { ...answer, key: 'new' } });
  for (const [name, at] of Object.entries({ old, new: soon })) {
    const sessionToken = secret(name);
    await db().session.create({ data: { userId, sessionToken, expires: at } });
    await db().verificationToken.create({ data: { identifier: userId, token: name, expires: at } });
    const token = { id: v7(), userId, name, scope: 'read', tokenHash: secret(name), expiresAt: at };
    await db().apiToken.create({ data: token });
    const link = { id: v7(), groupId: group, role: 'reader', creatorId: userId };
    await db().invitation.create({ data: { ...link, tokenHash: secret(name), expiresAt: at } });
    await db().rateLimit.create({ data: { key: secret(name), expire: BigInt(at.getTime()) } });
    await publish({ channel: userChannel(userId), kind: 'test', change: name, entity: userId, actor: null });
  }
  await db().apiToken.create({
    data: { id: v7(), userId, name: 'for ever', scope: 'read', tokenHash: secret('ever') },
  });
  await db().event.updateMany({ where: { entityId: userId, change: 'old' }, data: { createdAt: old } });

  await purge();

  const where = { userId };
  const left = {
    keys: (await db().idempotencyKey.findMany({ where })).map(({ key }) => key),
    sessions: (await db().session.findMany({ where })).map((session) => session.sessionToken),
    proofs: (await db().verificationToken.findMany({ where: { identifier: userId } })).map(
      ({ token }) => token,
    ),
    tokens: (await db().apiToken.findMany({ where, orderBy: { name: 'asc' } })).map(({ name }) => name),
    links: (await db().invitation.findMany({ where: { creatorId: userId } })).map((link) => link.tokenHash),
    limits: (await db().rateLimit.findMany({ where: { key: { startsWith: userId } } })).map(({ key }) => key),
    events: (await db().event.findMany({ where: { entityId: userId } })).map(({ change }) => change),
  };
  expect(left).toEqual({
    keys: ['new'],
    sessions: [secret('new')],
    proofs: ['new'],
    tokens: ['for ever', 'new'],
    links: [secret('new')],
    limits: [secret('new')],
    events: ['new'],
  });
});
