import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { written as fileOf } from '@/lib/core/corpus-import/read-back.fixture';
import { jsonl } from '@/lib/core/export/jsonl/jsonl';
import { whatHappened, whoDid } from '@/lib/core/inbox/inbox-entry';
import { takePosition } from '@/lib/server/data/cards/positions';
import { db, query, transaction } from '@/lib/server/data/database';
import { createGroup, deleteGroup } from '@/lib/server/data/groups';
import { inboxPage } from '@/lib/server/data/inbox/inbox';
import { person, type SignedIn } from '@/lib/server/data/person.fixture';
import { reactToAnnotation } from '@/lib/server/data/reactions';
import { visitor } from '@/lib/server/data/viewer';
import { runDue } from '@/lib/server/jobs/worker';
import { agreeToClaim, askToBe, dropClaim, externalPeople } from './external-people';
import { handOver } from './hand-over';
import { ann, ben, bring, content, imported, owner } from './imported-people.fixture';

const written = async (user: string) => ({
  annotations: await db().annotation.count({ where: { authorId: user } }),
  replies: await db().reply.count({ where: { authorId: user } }),
  positions: await db().position.count({ where: { userId: user } }),
});

describe('an imported person', () => {
  test('is told of with what they wrote', async () => {
    const { group } = await imported();
    expect(await externalPeople(visitor, group)).toMatchObject([
      {
        person: { name: 'Ada "A." Löw (imported)' },
        annotations: 4,
        replies: 1,
        askedBy: null,
        claimedBy: null,
      },
      { person: { name: 'reader-k7f3qa2m (imported)' }, annotations: 4, replies: 2 },
    ]);
  });

  test('becomes a member’s when that member says so and a moderator agrees, with all they wrote in the group', async () => {
    const { group, ada, place } = await imported();
    const before = { ...(await written(ann.user.id)) };
    const theirs = await written(ada);
    await askToBe(ann, place);
    expect(await written(ada)).toEqual(theirs);
    await agreeToClaim(owner, place, ann.user.id);
    expect(await written(ada)).toEqual({ annotations: 0, replies: 0, positions: 0 });
    expect(await written(ann.user.id)).toEqual({
      annotations: before.annotations + theirs.annotations,
      replies: before.replies + theirs.replies,
      positions: before.positions + theirs.positions,
    });
    const [first] = await externalPeople(visitor, group);
    expect(first).toMatchObject({ claimedBy: { name: 'Ann' }, annotations: 0 });
  });

  test('who is claimed stays so when the file comes again', async () => {
    const { group, ada, place } = await imported();
    await askToBe(ann, place);
    await agreeToClaim(owner, place, ann.user.id);
    await expect(askToBe(ben, place)).rejects.toMatchObject({ status: 409 });
    const report = await bring(group);
    expect(Object.values(report.created).every((n) => n === 0)).toBe(true);
    expect(await written(ada)).toEqual({ annotations: 0, replies: 0, positions: 0 });
    expect(await db().reaction.count({ where: { userId: ada } })).toBe(0);
  });

  test('gives way where the member has answered, reacted or checked already', async () => {
    const { group, place } = await imported();
    const card = await db().card.findFirstOrThrow({ where: { groupId: group, number: 2 } });
    await takePosition(ann, { group, card: card.id }, { credence: 5, reason: '', wouldChangeMind: '' });
    const mark = await db().annotation.findFirstOrThrow({
      where: { groupId: group, reactions: { some: {} } },
    });
    await reactToAnnotation(ann, mark.id, { kind: 'agree', on: true });
    const bo = (await externalPeople(visitor, group))[1]!.person.id;
    for (const one of [place, { group, person: bo }]) {
      await askToBe(ann, one);
      await agreeToClaim(owner, one, ann.user.id);
    }
    const live = await db().position.findMany({ where: { cardId: card.id, supersededAt: null } });
    expect(live.map(({ userId, credence }) => [userId, credence])).toEqual([[ann.user.id, 5]]);
    expect(await db().reaction.count({ where: { annotationId: mark.id, kind: 'agree' } })).toBe(1);
  });

  test('is nobody’s without a moderator, nor when another member asked first', async () => {
    const { place } = await imported();
    await askToBe(ann, place);
    await expect(agreeToClaim(ann, place, ann.user.id)).rejects.toMatchObject({ status: 403 });
    await expect(askToBe(ben, place)).rejects.toMatchObject({ status: 409 });
    await expect(agreeToClaim(owner, place, ben.user.id)).rejects.toMatchObject({ status: 409 });
    await expect(dropClaim(ben, place)).rejects.toMatchObject({ status: 403 });
    await dropClaim(ann, place);
    await expect(agreeToClaim(owner, place, ann.user.id)).rejects.toMatchObject({ status: 409 });
  });

  test('cannot be agreed to by whoever asked, as long as there is another moderator', async () => {
    const { group, place } = await imported();
    await askToBe(owner, place);
    await db().membership.updateMany({
      where: { groupId: group, userId: ann.user.id },
      data: { role: 'moderator' },
    });
    await expect(agreeToClaim(owner, place, owner.user.id)).rejects.toMatchObject({ status: 403 });
    await db().membership.updateMany({
      where: { groupId: group, userId: ann.user.id },
      data: { role: 'member' },
    });
    await agreeToClaim(owner, place, owner.user.id);
    expect((await externalPeople(visitor, group))[0]).toMatchObject({ claimedBy: { name: 'Olga' } });
  });

  test('whom somebody asks to be is told to moderators until it is decided, and the answer to whoever asked', async () => {
    const { group, place } = await imported();
    const told = async (viewer: SignedIn) => {
      while ((await runDue('tell')) > 0);
      const { items } = await inboxPage(viewer, { unread: 'true', limit: 50, after: undefined });
      return items
        .filter((entry) => entry.group.id === group)
        .map((entry) => [
          whoDid(entry),
          whatHappened(entry),
          entry.about,
          entry.path.replace(entry.group.slug, 'G'),
        ]);
    };
    const who = 'Ada "A." Löw (imported)';
    const path = '/g/G/members#imported';
    await askToBe(ann, place);
    expect(await told(owner)).toEqual([['Ann', 'says that this is them', who, path]]);
    expect([await told(ben), await told(ann)]).toEqual([[], []]);
    await dropClaim(owner, place);
    expect(await told(owner)).toEqual([]);
    expect(await told(ann)).toEqual([['A moderator', 'did not agree that this is you', who, path]]);
    await askToBe(ann, place);
    await agreeToClaim(owner, place, ann.user.id);
    expect(await told(owner)).toEqual([]);
    expect(await told(ann)).toEqual([['A moderator', 'agreed that this is you', who, path]]);
  });

  test('whom somebody asks to be again is told of once, and is nobody’s who only reads by now', async () => {
    const { group, ada, place } = await imported();
    for (let i = 0; i < 3; i++) await askToBe(ann, place);
    const news = { path: ['event'], equals: ada };
    expect(await db().job.count({ where: { kind: 'tell', payload: news } })).toBe(1);
    await db().membership.updateMany({
      where: { groupId: group, userId: ann.user.id },
      data: { role: 'reader' },
    });
    await expect(agreeToClaim(owner, place, ann.user.id)).rejects.toMatchObject({ status: 409 });
  });

  test('is handed over without reading any table from end to end', async () => {
    const { group, ada } = await imported();
    for (const { sql, values } of handOver({ person: ada, member: ann.user.id, group })) {
      const plan = await transaction(async () => {
        await db().$executeRawUnsafe('SET LOCAL enable_seqscan = off');
        return query<{ 'QUERY PLAN': string }>('plan', `EXPLAIN ${sql}`, values);
      });
      expect(plan.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('Seq Scan');
    }
  });

  test('of another group cannot be asked for, nor can a member', async () => {
    const [here, elsewhere] = [await imported(), await imported()];
    for (const person of [elsewhere.ada, ben.user.id, 'nobody'])
      await expect(askToBe(ann, { group: here.group, person })).rejects.toMatchObject({ status: 404 });
  });

  test('who asked is for moderators and for whoever asked', async () => {
    const { group, place } = await imported();
    await askToBe(ann, place);
    const seen = async (by: Parameters<typeof externalPeople>[0]) =>
      (await externalPeople(by, group))[0]?.askedBy?.name ?? null;
    expect([await seen(owner), await seen(ann), await seen(ben), await seen(visitor)]).toEqual([
      'Ann',
      'Ann',
      null,
      null,
    ]);
  });
});

describe('whom a file names', () => {
  test('is marked as imported, cannot sign in, and belongs to nothing', async () => {
    const { group } = await imported();
    const people = await db().externalPerson.findMany({ where: { groupId: group }, select: { user: true } });
    expect(people.map(({ user }) => user.name).sort()).toEqual([
      'Ada "A." Löw (imported)',
      'reader-k7f3qa2m (imported)',
    ]);
    for (const { user } of people)
      expect(user).toMatchObject({ email: null, passwordHash: null, isAdmin: false });
    expect(await db().membership.count({ where: { groupId: group } })).toBe(3);
    expect(await db().notification.count({ where: { groupId: group } })).toBe(0);
  });

  test('is there when only a comment speaks of them', async () => {
    const group = v7();
    await createGroup(owner, { id: group, name: 'Hearsay', description: '', visibility: 'private' });
    const cy = { id: v7(), name: 'Cy', pseudonymous: false };
    const all = corpusRecords.map((one) => {
      if (one.kind !== 'annotation') return one;
      if (one.quote === 'thanks 🫙 all') return { ...one, person: cy, replies: [] };
      return { ...one, comment: `Ask [@Cy](mention:${cy.id}).` };
    });
    const told = fileOf(jsonl, all);
    await bring(group, told);
    const people = await externalPeople(owner, group);
    expect(people.map(({ person }) => person.name)).toContain('Cy (imported)');
  });

  test('is never a user of this site, whatever ids a file names', async () => {
    const group = v7();
    await createGroup(owner, { id: group, name: 'Elsewhere', description: '', visibility: 'private' });
    const victim = await person('Vic');
    const { id } = (corpusRecords.find((one) => one.kind === 'annotation') as { person: { id: string } })
      .person;
    const forged = content.replaceAll(id, victim.user.id);
    await bring(group, forged);
    expect(await written(victim.user.id)).toEqual({ annotations: 0, replies: 0, positions: 0 });
  });

  test('leaves no name behind when the group goes', async () => {
    const { group, ada } = await imported();
    await deleteGroup(owner, group, 'Night school');
    const { name, deletedAt } = await db().user.findUniqueOrThrow({ where: { id: ada } });
    expect([name, deletedAt === null]).toEqual(['Former member', false]);
    expect(await written(ada)).toEqual({ annotations: 0, replies: 0, positions: 0 });
  });
});
