import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { hiddenPeople } from './hidden-people';
import { person } from './person.fixture';
import { readingGroup } from './reading-group.fixture';
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
