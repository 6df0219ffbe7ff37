import { beforeEach, describe, expect, test, vi } from 'vitest';
import { deleteAnnotation } from '@/lib/server/data/change-annotation';
import { db } from '@/lib/server/data/database';
import { exportOf, removeExport } from '@/lib/server/data/export/prepared-exports';
import { inboxPage, markEntries, unreadCount } from '@/lib/server/data/inbox/inbox';
import { removeMember } from '@/lib/server/data/members';
import { person, type SignedIn } from '@/lib/server/data/person.fixture';
import { exportAttempts } from '@/lib/server/jobs/run-export';
import { runDue } from '@/lib/server/jobs/worker';
import { exportingGroup } from './exporting-group.fixture';

vi.mock('./spool', async (original) => {
  const real = await original<typeof import('./spool')>();
  return { ...real, newSpool: () => real.newSpool(1) };
});

process.env.RATE_LIMIT_FACTOR = '1000000';

let club: Awaited<ReturnType<typeof exportingGroup>>;
let bo: SignedIn;
beforeEach(async () => {
  club = await exportingGroup();
  bo = club.bo;
});

const inbox = async (who: SignedIn) => (await inboxPage(who, { unread: 'false', limit: 50 })).items;
const verbs = async (who: SignedIn) => (await inbox(who)).map(({ verb }) => verb);

describe('who asked for an export is told', () => {
  test('when it is ready, how large it is, until when it waits and where it lies; nobody else is', async () => {
    await db().user.update({ where: { id: bo.user.id }, data: { timeZone: 'Asia/Tokyo' } });
    const { id, bytes } = await club.made(bo, { tags: 'crux', q: 'fox & hound', salt: 'autumn' });
    const endedAt = new Date('2099-01-01T20:04:00.000Z');
    await db().export.update({ where: { id }, data: { endedAt } });
    expect(await inbox(bo)).toMatchObject([
      {
        event: id,
        kind: 'export',
        reason: 'export',
        verb: 'ready',
        actor: null,
        read: null,
        about: '',
        where: 'Readers',
        thread: club.group,
        group: { id: club.group },
        quote: null,
        words: `JSON Lines, ${(bytes / 1000).toFixed(1)} kB. Kept until 3 January at 05:04.`,
        path: `/g/g-${club.group}/export?format=jsonl&q=fox+%26+hound&tags=crux#exports`,
      },
    ]);
    for (const other of [club.ann, club.owner]) expect(await verbs(other)).toEqual([]);
    expect(await unreadCount(bo)).toBe(1);
  });

  test('when what they asked for is gone, or it failed for the last time, and why', async () => {
    const { id } = await club.ask(bo, { essay: club.essay });
    await db().readingListEntry.deleteMany({ where: { essayId: club.essay } });
    await runDue('export');
    await runDue('tell');
    expect(await inbox(bo)).toMatchObject([
      { event: id, verb: 'gone', words: 'JSON Lines. What it was to hold is not there any more.' },
    ]);
    await club.ask(bo, { format: 'csv' });
    await db().job.updateMany({ where: { failedAt: null }, data: { attempts: exportAttempts } });
    await runDue('export');
    await runDue('tell');
    expect((await inbox(bo))[0]).toMatchObject({ verb: 'broken', words: 'CSV. It could not be made.' });
  });

  test('at once when it takes more of the disk than it may', async () => {
    const failed = await club.made(bo, { format: 'bundle' });
    expect(failed).toMatchObject({ state: 'failed', problem: 'archive-too-large' });
    expect(await inbox(bo)).toMatchObject([
      { verb: 'archive-too-large', words: expect.stringContaining('Choose less') },
    ]);
  });

  test('of a public group that they do not belong to, as long as it is public', async () => {
    const open = await exportingGroup('public');
    const visitor = await person('Vera');
    await open.made(visitor);
    expect([await verbs(visitor), await unreadCount(visitor)]).toEqual([['ready'], 1]);
    await db().group.update({ where: { id: open.group }, data: { visibility: 'private' } });
    expect([await verbs(visitor), await unreadCount(visitor)]).toEqual([[], 0]);
  });
});

test('an export ends, well or not, also while nobody can be told of it; that follows', async () => {
  const hinder = "ALTER TABLE notification ADD CONSTRAINT hindered CHECK (kind <> 'export') NOT VALID";
  await db().$executeRawUnsafe(hinder);
  try {
    expect((await club.made()).state).toBe('ready');
    const { id } = await club.ask(bo, { format: 'csv' });
    await db().job.updateMany({ where: { kind: 'export' }, data: { attempts: exportAttempts } });
    await runDue('export');
    expect(await exportOf(bo, club.group, id)).toMatchObject({ state: 'failed', problem: 'broken' });
  } finally {
    await db().$executeRawUnsafe('ALTER TABLE notification DROP CONSTRAINT hindered');
  }
  await db().job.updateMany({ where: { kind: 'tell' }, data: { runAt: new Date(0) } });
  await runDue('tell');
  expect((await verbs(bo)).sort()).toEqual(['broken', 'ready']);
});

test('nobody is told of a file that they took before', async () => {
  const { id } = await club.ask();
  await runDue('export');
  expect((await club.take(bo, id)).status).toBe(200);
  await runDue('tell');
  expect(await verbs(bo)).toEqual([]);
});

test('nobody is told of an export that they cancelled, or that is tried again', async () => {
  const { id } = await club.ask();
  // As one breaks that a newer version asked for.
  await db().export.update({ where: { id }, data: { format: 'docx' } });
  await runDue('export');
  expect(await db().job.findMany({ where: { kind: 'export' } })).toMatchObject([
    { attempts: 1, failedAt: null },
  ]);
  await removeExport(bo, club.group, id);
  await runDue('export');
  await runDue('tell');
  expect(await db().notification.count({ where: { userId: bo.user.id } })).toBe(0);
});

describe('the notice of a file', () => {
  const goings: [string, (id: string) => Promise<unknown>][] = [
    ['the file is removed', (id) => removeExport(bo, club.group, id)],
    [
      'its day is over',
      (id) => db().export.update({ where: { id }, data: { endedAt: new Date(Date.now() - 86_400_001) } }),
    ],
    [
      'something in it was taken back',
      async (id) => {
        await deleteAnnotation(club.ann, club.fox);
        expect((await club.take(bo, id)).status).toBe(410);
      },
    ],
    ['its owner may not read the group any more', () => removeMember(club.owner, club.group, bo.user.id)],
  ];
  test.each(goings)('goes when %s', async (_, happens) => {
    const { id } = await club.made();
    await happens(id);
    expect([await verbs(bo), await unreadCount(bo)]).toEqual([[], 0]);
  });

  test('is read once it is taken, and not by who is refused it', async () => {
    const { id } = await club.made();
    expect((await club.take(club.ann, id)).status).toBe(404);
    expect(await unreadCount(bo)).toBe(1);
    expect((await club.take(bo, id, { range: 'bytes=0-0' })).status).toBe(206);
    expect([await verbs(bo), await unreadCount(bo)]).toEqual([['ready'], 0]);
  });

  test('is read with the others of its group once the page is seen where they lie', async () => {
    const other = await exportingGroup();
    await db().membership.create({ data: { groupId: other.group, userId: bo.user.id, role: 'member' } });
    await other.made(bo);
    await club.made();
    await club.made(bo, { format: 'csv' });
    const { changed, unread } = await markEntries(bo, { read: true, thread: club.group });
    expect([changed.length, unread]).toEqual([2, 1]);
  });
});
