import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { runDue } from '@/lib/server/jobs/worker';
import { createAnnotation } from './create-annotation';
import { db } from './database';
import { hiddenPeople } from './hidden-people';
import { person } from './person.fixture';
import { mark, readingGroup } from './reading-group.fixture';
import { changeMe } from './users';

test('whom somebody hid is named where they share a group, and no id tells the name of a stranger', async () => {
  const { join } = await readingGroup();
  const [ann, ben, eve] = [await join('Ann', 'member'), await join('Ben', 'member'), await person('Eve')];
  expect(await hiddenPeople(ann)).toEqual([]);
  const ids = [eve.user.id, ben.user.id, v7()];
  await changeMe(ann, { settings: { hiddenPeople: ids } });
  expect((await hiddenPeople(ann)).map(({ name }) => name)).toEqual([
    'Somebody who left',
    'Ben',
    'Somebody who left',
  ]);
  expect(await hiddenPeople(ben)).toEqual([]);
});

test('who hid somebody is not told of what they write, also where they are mentioned', async () => {
  const { place, group, join } = await readingGroup();
  const [ann, ben] = [await join('Ann', 'member'), await join('Ben', 'member')];
  const mention = mark('fox', { comment: { markdown: `[@Ben](mention:${ben.user.id})` } });
  const told = async () => {
    while ((await runDue('tell')) > 0);
    return db().notification.count({ where: { groupId: group, userId: ben.user.id } });
  };
  await createAnnotation(ann, place, mention);
  expect(await told()).toBe(1);
  await changeMe(ben, { settings: { hiddenPeople: [ann.user.id] } });
  await createAnnotation(ann, place, { ...mention, id: v7() });
  expect(await told()).toBe(1);
});
