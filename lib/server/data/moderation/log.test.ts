import { describe, expect, test } from 'vitest';
import { deleteAccount } from '@/lib/server/data/account-deletion';
import { refusal } from '@/lib/server/data/cards/curating-group.fixture';
import { db, query } from '@/lib/server/data/database';
import { removeEssay } from '@/lib/server/data/essays';
import { deleteGroup } from '@/lib/server/data/groups';
import { inboxPage } from '@/lib/server/data/inbox/inbox';
import { tell } from '@/lib/server/data/inbox/tell';
import { acceptInvitation, createInvitation } from '@/lib/server/data/invitations';
import { addMember, listMembers, removeMember } from '@/lib/server/data/members';
import { hashToken, secretToken } from '@/lib/server/secret-token';
import { ban, liftBan, listBans } from './bans';
import { moderationLog } from './log';
import { logFile } from './log-file';
import { moderatedGroup } from './moderated-group.fixture';

const all = { limit: 100 };

describe('the log', () => {
  test('outlives what it speaks of, and the account of who decided', async () => {
    const { annotation, decide, join, group, essay, mod } = await moderatedGroup();
    const owner = await join('Olu', 'owner');
    await decide('hide', await annotation('Buy my book.'));
    await removeEssay(owner, { group, essay });
    await deleteAccount(mod);
    expect((await moderationLog(owner, group, all)).items).toMatchObject([
      { verb: 'hide', excerpt: 'Buy my book.', actor: { name: 'Former member' }, author: { name: 'Ann' } },
    ]);
  });

  test('has the words of a comment as plain text, and so has the inbox of its author', async () => {
    const { annotation, reply, decide, group, ann, mod } = await moderatedGroup();
    const note = await annotation('A thought.');
    const answer = await reply('Level 10 *x* - **l**:\n\n- [one](https://fox.example)', note);
    await decide('hide', answer);
    const plain = 'Level 10 x - l:\none';
    const log = await moderationLog(mod, group, all);
    expect(log.items).toMatchObject([{ verb: 'hide', excerpt: plain }]);
    await tell({ kind: 'moderation', event: log.items[0]!.id, group, to: [ann.user.id] });
    const { items } = await inboxPage(ann, { unread: 'true', limit: 9 });
    expect(items).toMatchObject([{ kind: 'moderation', about: plain }]);
  });

  test('lets nobody change or delete an entry, but goes with its group', async () => {
    const { annotation, decide, join, group } = await moderatedGroup();
    const owner = await join('Olu', 'owner');
    await decide('hide', await annotation('Buy my book.'));
    for (const sql of ["UPDATE moderation_entry SET note = 'x'", 'DELETE FROM moderation_entry'])
      await expect(query(`try ${sql}`, `${sql} WHERE group_id = $1::uuid`, [group])).rejects.toThrow(
        'never changed',
      );
    await deleteGroup(owner, group, 'Readers');
    expect(await db().moderationEntry.count({ where: { groupId: group } })).toBe(0);
  });

  test('tells members what was done and why where the group wants it, not whose it was nor its words', async () => {
    const { annotation, decide, group, reader, mod } = await moderatedGroup();
    await decide('hide', await annotation('Buy my book.'));
    expect(await refusal(moderationLog(reader, group, all))).toMatchObject({ status: 403 });
    await db().group.update({ where: { id: group }, data: { openLog: true } });
    const [entry] = (await moderationLog(reader, group, all)).items;
    expect(entry).toMatchObject({ verb: 'hide', kind: 'annotation', reason: 'spam', actor: { name: 'Mo' } });
    expect(entry).toMatchObject({ author: null, excerpt: null, note: null, subject: null });
    expect(await logFile(reader, group, 'jsonl')).not.toContain('book');
    expect(await logFile(mod, group, 'csv')).toContain('Buy my book.');
  });

  test('comes in pages, newest first, and as a file whole, oldest first', async () => {
    const { annotation, decide, group, mod } = await moderatedGroup();
    for (const words of ['One.', 'Two.', 'Three.']) await decide('hide', await annotation(words));
    const first = await moderationLog(mod, group, { limit: 2 });
    const rest = await moderationLog(mod, group, { limit: 2, after: first.next ?? undefined });
    expect([...first.items, ...rest.items].map(({ excerpt }) => excerpt)).toEqual(['Three.', 'Two.', 'One.']);
    expect(rest.next).toBeNull();
    const lines = (await logFile(mod, group, 'jsonl')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).excerpt)).toEqual(['One.', 'Two.', 'Three.']);
  });
});

describe('somebody banned', () => {
  test('is out, and comes back by no invitation until the ban is lifted, then as a member', async () => {
    const { group, mod, ann, join } = await moderatedGroup();
    const owner = await join('Olu', 'owner');
    const { token } = await createInvitation(owner, group, { role: 'member', days: 1, maxUses: null });
    await ban(mod, { group, user: ann.user.id }, 'Enough.');
    expect(await refusal(acceptInvitation(ann, token))).toEqual({ status: 409, code: 'banned' });
    expect(await refusal(addMember(owner, group, { user: ann.user.id, role: 'member' }))).toMatchObject({
      code: 'banned',
    });
    expect(await listBans(mod, group)).toMatchObject([{ person: { name: 'Ann' }, reason: 'Enough.' }]);
    await liftBan(mod, { group, user: ann.user.id });
    const key = { groupId_userId: { groupId: group, userId: ann.user.id } };
    expect(await db().membership.findUnique({ where: key })).toMatchObject({ role: 'member' });
    const verbs = (await moderationLog(mod, group, all)).items.map(({ verb }) => verb);
    expect(verbs).toEqual(['unban', 'ban']);
  });

  test('is somebody below, or whoever left; never oneself, nor a stranger', async () => {
    const { group, mod, ann, annotation, join } = await moderatedGroup();
    const other = await join('Mia', 'moderator');
    const enough = (user: string) => refusal(ban(mod, { group, user }, 'Enough.'));
    expect(await enough(other.user.id)).toMatchObject({ status: 403 });
    expect(await enough(mod.user.id)).toMatchObject({ status: 403 });
    const stranger = await db().user.create({ data: { name: hashToken(secretToken()) } });
    expect(await enough(stranger.id)).toMatchObject({ status: 404 });
    await annotation('A thought.');
    await db().membership.delete({ where: { groupId_userId: { groupId: group, userId: ann.user.id } } });
    await ban(mod, { group, user: ann.user.id }, 'Enough.');
    expect(await listBans(mod, group)).toHaveLength(1);
  });

  test('who had left is not made to come back, and a reader comes back as a reader', async () => {
    const { group, mod, ann, reader, annotation } = await moderatedGroup();
    await annotation('A thought.');
    await removeMember(ann, group, ann.user.id);
    for (const { user } of [ann, reader]) {
      await ban(mod, { group, user: user.id }, 'Enough.');
      await liftBan(mod, { group, user: user.id });
    }
    const members = (await listMembers(mod, group)).map(({ person, role }) => [person.name, role]);
    expect(members).toContainEqual(['Rae', 'reader']);
    expect(JSON.stringify(members)).not.toContain('Ann');
  });
});
