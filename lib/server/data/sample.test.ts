import { beforeAll, describe, expect, test } from 'vitest';
import { listCards } from '@/lib/server/data/cards/list-cards';
import { cards } from '@/prisma/seed/cards';
import { sampleGroup } from '@/prisma/seed/sample';
import { seedSample } from '@/prisma/seed/seed';
import { db } from './database';
import { essayVersion } from './essay-versions';
import { readingList } from './essays';
import { groupOf } from './groups';
import { listMembers } from './members';
import { person } from './person.fixture';
import { visitor } from './viewer';

/** As if so many instances had started at once on an empty database. */
let starts: boolean[];

beforeAll(async () => {
  await db().$executeRaw`TRUNCATE "user", "group", essay CASCADE`;
  starts = await Promise.all([seedSample(), seedSample(), seedSample()]);
});

describe('the sample', () => {
  test('is a public group that visitors can read, with one owner who cannot sign in', async () => {
    expect(await groupOf(visitor, 'sample')).toMatchObject({ name: sampleGroup.name, essays: 3, role: null });
    const owners = (await listMembers(visitor, 'sample')).filter(({ role }) => role === 'owner');
    expect(owners).toHaveLength(1);
    expect(
      await db().user.count({ where: { OR: [{ email: { not: null } }, { passwordHash: { not: null } }] } }),
    ).toBe(0);
  });

  test('has its essays in order under their own names, with their annotations', async () => {
    const essays = await readingList(visitor, 'sample');
    expect(essays.map(({ slug, annotations }) => [slug, annotations])).toEqual(
      sampleGroup.essays.map(({ slug, annotations }) => [slug, annotations.length]),
    );
  });

  test('anchors each annotation on the words that it quotes', async () => {
    const list = await readingList(visitor, 'sample');
    for (const [place, { annotations }] of sampleGroup.essays.entries()) {
      const version = await essayVersion(visitor, list[place]!.id, '1');
      for (const { id, quote } of annotations) {
        const { start, end } = await db().anchor.findFirstOrThrow({ where: { annotationId: id } });
        expect(version.text.slice(start, end)).toBe(quote.exact);
      }
    }
  });

  test('has cards with passages, one of them most worth talking about', async () => {
    const { items } = await listCards(visitor, 'sample', { sort: 'priority', limit: 50, offset: 0 });
    expect(items).toHaveLength(cards.length);
    expect(items[0]).toMatchObject({ statement: cards[1]?.statement, ranking: { rank: 1, k: 5 } });
    for (const { passages } of items)
      expect(Object.values(passages).reduce((sum, n) => sum + n)).toBeGreaterThan(0);
  });

  test('was written in the past, answers after what they answer', async () => {
    const late = await db().$queryRaw<object[]>`
      SELECT r.id FROM reply r JOIN annotation a ON a.id = r.annotation_id LEFT JOIN reply p ON p.id = r.parent_id
      WHERE r.created_at > now() OR r.created_at <= coalesce(p.created_at, a.created_at)
        OR r.created_at > a.active_at OR a.created_at < (SELECT min(added_at) FROM reading_list_entry)`;
    expect(late).toEqual([]);
  });

  test('is loaded by one of the instances that start at once, and the others start too', () => {
    expect(starts.filter(Boolean)).toHaveLength(1);
  });

  test('is loaded once, and never into a database that somebody uses', async () => {
    expect(await seedSample()).toBe(false);
    await db().group.delete({ where: { slug: 'sample' } });
    await person('Somebody');
    expect(await seedSample()).toBe(false);
  });
});
