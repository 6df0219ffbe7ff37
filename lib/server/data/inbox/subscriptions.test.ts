import { beforeEach, expect, test } from 'vitest';
import type { Followed } from '@/lib/core/inbox/reasons';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { follow, followsIn, listSubscriptions, unfollow } from './subscriptions';

let club: Awaited<ReturnType<typeof readingGroup>>;
let ann: SignedIn;
let ben: SignedIn;
let cleo: SignedIn;

beforeEach(async () => {
  club = await readingGroup();
  ann = await club.join('Ann', 'member');
  ben = await club.join('Ben', 'member');
  cleo = await club.join('Cleo', 'owner');
});

const place = (kind: string, subject: string) => ({ group: club.group, kind, subject });

test('following takes what the group has, by id or by its name in addresses, and lets go of it', async () => {
  const { id } = await createAnnotation(ann, club.place, mark('quick'));
  const subjects: [Followed, string][] = [
    ['essay', 'the-fox'],
    ['thread', id],
    ['tag', 'claim'],
    ['person', cleo.user.id],
  ];
  for (const [kind, subject] of [...subjects, ...subjects]) await follow(ben, place(kind, subject));
  expect((await listSubscriptions(ben, club.group)).map(({ kind }) => kind).sort()).toEqual(
    subjects.map(([kind]) => kind).sort(),
  );
  for (const [kind, subject] of subjects) await unfollow(ben, place(kind, subject));
  expect(await listSubscriptions(ben, club.group)).toEqual([{ kind: 'thread', subject: id, stopped: true }]);
  expect(await followsIn(ben, club.group)).toEqual(new Set());
});

test.each([
  [
    'a private thread',
    'thread',
    async (): Promise<string> =>
      (await createAnnotation(ann, club.place, mark('fox', { visibility: 'private' }))).id,
  ],
  [
    'somebody who does not belong to the group',
    'person',
    async (): Promise<string> => (await (await readingGroup()).join('Zoe', 'owner')).user.id,
  ],
  ['an essay of another group', 'essay', async (): Promise<string> => (await readingGroup()).essay],
  ['a word that the group does not have', 'tag', async (): Promise<string> => 'nonsense'],
  ['a kind of thing that nobody can follow', 'weather', async (): Promise<string> => 'rain'],
] as const)('following does not find %s', async (_, kind, subject) => {
  await expect(follow(ann, place(kind, await subject()))).rejects.toMatchObject({ status: 404 });
});
