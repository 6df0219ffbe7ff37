import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { POST as unsubscribe } from '@/app/api/v1/unsubscribe/[token]/route';
import { ExportAsked } from '@/lib/core/api/export';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { createExport } from '@/lib/server/data/export/prepared-exports';
import { markEntries } from '@/lib/server/data/inbox/inbox';
import { mailSettings, setMailing, setMuted } from '@/lib/server/data/inbox/mail-settings';
import { takeJobs } from '@/lib/server/data/jobs';
import { removeMember } from '@/lib/server/data/members';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { createReply, deleteReply } from '@/lib/server/data/replies';
import { mailServer } from './mail-server.fixture';
import { runDue } from './worker';

let server: Awaited<ReturnType<typeof mailServer>>;
beforeAll(async () => {
  server = await mailServer();
  process.env.SMTP_URL = server.url;
});
afterAll(() => server.close());

let club: Awaited<ReturnType<typeof readingGroup>>;
let ann: SignedIn;
let ben: SignedIn;
let address: string;
let thread: string;

beforeEach(async () => {
  await db().job.deleteMany();
  server.answer();
  club = await readingGroup();
  ann = await club.join('Ann', 'member');
  ben = await club.join('Ben', 'owner');
  address = `ann-${ann.user.id}@example.test`;
  await db().user.update({
    where: { id: ann.user.id },
    data: { email: address, emailVerified: new Date(), mailing: 'instant' },
  });
  thread = (await createAnnotation(ann, club.place, mark('quick'))).id;
});

const reply = (markdown: string) => createReply(ben, thread, { comment: { markdown } });
const mails = () => server.arrived.filter(({ to }) => to.includes(address));
const jobs = () => db().job.findMany({ where: { kind: 'mail' } });

/** Lets whatever waits for its time be due, and does it. */
async function later(): Promise<void> {
  while ((await runDue('tell')) > 0);
  await db().job.updateMany({ where: { failedAt: null }, data: { runAt: new Date(0), lockedUntil: null } });
  await runDue('mail');
}

describe('a mail', () => {
  test('tells of all that waits, once, and can be stopped by the program that shows it', async () => {
    await reply('One.');
    await reply('Two.');
    await later();
    await later();
    expect(mails()).toHaveLength(1);
    const { source } = mails()[0]!;
    expect(source).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(source).toContain('One.');
    expect(source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    const link = /^List-Unsubscribe: <(\S+)>\r$/m.exec(source.replace(/\r\n /g, ' '))?.[1] ?? '';
    // As a mail program posts it: no cookie, no origin, a form.
    const token = new URL(link).pathname.split('/').at(-1) ?? '';
    const answer = await unsubscribe(
      new Request(link, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }),
      { params: Promise.resolve({ token }) },
    );
    expect(answer.status).toBe(204);
    expect((await mailSettings(ann)).mailing).toBe('off');
    await reply('Three.');
    await later();
    expect(mails()).toHaveLength(1);
  });

  test('is not sent for what was read in the inbox, nor from a muted group', async () => {
    await reply('Read before.');
    while ((await runDue('tell')) > 0);
    await markEntries(ann, { read: true });
    await later();
    await setMuted(ann, club.group, true);
    await reply('Muted.');
    await later();
    expect(mails()).toEqual([]);
    expect(await jobs()).toEqual([]);
  });

  test('tells whoever asked for an export that it is ready, also of a public group that is not theirs', async () => {
    const open = await readingGroup('public');
    for (const { group } of [club, open]) {
      const { id } = await createExport(ann, group, ExportAsked.parse({ format: 'csv', tags: 'crux' }));
      await runDue('export');
      await later();
      const { source } = mails().at(-1)!;
      expect(source).toContain('Your export is ready');
      expect(source).toContain(`/g/g-${group}/export?format=csv&tags=crux#exports`);
      await db().export.delete({ where: { id } });
    }
    expect(mails()).toHaveLength(2);
    await setMuted(ann, club.group, true);
    await createExport(ann, club.group, ExportAsked.parse({ format: 'csv' }));
    await runDue('export');
    await later();
    expect(mails()).toHaveLength(2);
  });

  test('tells nothing that went out of sight between the event and the sending', async () => {
    const { id } = await reply('Secret.');
    while ((await runDue('tell')) > 0);
    await deleteReply(ben, id);
    await later();
    const other = (await createAnnotation(ann, club.place, mark('fox'))).id;
    await createReply(ben, other, { comment: { markdown: 'For members.' } });
    while ((await runDue('tell')) > 0);
    await removeMember(ben, club.group, ann.user.id);
    await later();
    expect(mails()).toEqual([]);
  });

  test('leaves what happens while it is sent to the next one', async () => {
    await reply('One.');
    while ((await runDue('tell')) > 0);
    server.answer({ code: 451, at: 'data' });
    await later();
    await reply('Two.');
    await later();
    const told = mails().map(({ source }) =>
      ['One.', 'Two.'].filter((words) => source.includes(words)).join(),
    );
    expect(told.sort()).toEqual(['One.', 'Two.']);
  });

  test('goes to nobody who has not shown that the address is theirs', async () => {
    await db().user.update({ where: { id: ann.user.id }, data: { emailVerified: null } });
    await reply('One.');
    await later();
    expect(mails()).toEqual([]);
  });

  test('waits for the morning where a digest is wanted, and for another choice no longer than that says', async () => {
    await setMailing(ann, 'weekly');
    await reply('One.');
    while ((await runDue('tell')) > 0);
    const [weekly] = await jobs();
    expect(weekly?.runAt.getUTCDay()).toBe(1);
    expect(weekly?.runAt.getUTCHours()).toBe(7);
    await setMailing(ann, 'instant');
    const [soon, ...rest] = await jobs();
    expect(rest).toEqual([]);
    expect(soon!.runAt.getTime() - Date.now()).toBeLessThan(60_000);
  });
});

describe('a mail server', () => {
  test('that is busy three times gets the same mail a fourth time, and it arrives once', async () => {
    const busy = { code: 451, at: 'data' } as const;
    server.answer(busy, busy, busy);
    await reply('One.');
    for (let tries = 1; tries <= 3; tries++) {
      const begun = Date.now();
      await later();
      const [job] = await jobs();
      expect(job).toMatchObject({ attempts: tries, failedAt: null });
      // 10, 20, 40 seconds, give or take a fifth.
      const wait = 10_000 * 2 ** (tries - 1);
      expect(job!.runAt.getTime() - begun).toBeGreaterThanOrEqual(0.8 * wait);
      expect(job!.runAt.getTime() - Date.now()).toBeLessThanOrEqual(1.2 * wait);
    }
    await later();
    expect(mails()).toHaveLength(1);
    expect(await jobs()).toEqual([]);
  });

  test('that knows no such address is not asked again, and the person is told on the site', async () => {
    server.answer({ code: 550, at: 'recipient' });
    await reply('One.');
    await later();
    expect((await mailSettings(ann)).bounced).not.toBeNull();
    await reply('Two.');
    await later();
    expect(mails()).toEqual([]);
    expect(await jobs()).toEqual([]);
    await setMailing(ann, 'instant');
    expect((await mailSettings(ann)).bounced).toBeNull();
    await later();
    expect(mails()).toHaveLength(1);
  });

  test('that does not let us send is asked again, and no address is to blame', async () => {
    server.answer({ code: 554, at: 'recipient', words: '5.7.1 <ann@example.test>: Relay access denied' });
    await reply('One.');
    await later();
    expect((await mailSettings(ann)).bounced).toBeNull();
    expect(await jobs()).toMatchObject([{ attempts: 1, failedAt: null }]);
    await later();
    expect(mails()).toHaveLength(1);
  });

  test('that refuses the words is not asked again, and the job stays to be seen', async () => {
    server.answer({ code: 554, at: 'data' });
    await reply('One.');
    await later();
    await later();
    expect(mails()).toEqual([]);
    expect(await jobs()).toMatchObject([{ attempts: 1, failedAt: expect.any(Date) }]);
  });

  test('that hangs is given up, and asked again', { timeout: 60_000 }, async () => {
    server.answer('hang');
    await reply('One.');
    await later();
    expect(mails()).toEqual([]);
    expect(await jobs()).toMatchObject([{ attempts: 1, failedAt: null }]);
    await later();
    expect(mails()).toHaveLength(1);
  });
});

test('a worker that dies with a mail leaves it to another within a minute, which sends it under the same Message-ID', async () => {
  await reply('One.');
  while ((await runDue('tell')) > 0);
  await db().job.updateMany({ data: { runAt: new Date(0) } });
  // Taken by somebody who dies, perhaps after the server took the mail: nobody knows.
  const [taken] = await takeJobs('mail', { most: 1, lease: 45 });
  expect(await runDue('mail')).toBe(0);
  const [held] = await jobs();
  expect(held!.lockedUntil!.getTime() - Date.now()).toBeLessThan(60_000);
  await later();
  expect(mails()).toMatchObject([{ messageId: `<${taken!.id}@127.0.0.1>` }]);
  expect(await jobs()).toEqual([]);
});

test('several workers at once send each mail once', async () => {
  await reply('One.');
  while ((await runDue('tell')) > 0);
  await db().job.updateMany({ data: { runAt: new Date(0) } });
  await Promise.all(Array.from({ length: 8 }, () => runDue('mail')));
  expect(mails()).toHaveLength(1);
});
