import { expect, test } from 'vitest';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { lookThrough, mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { positionsResponse } from './positions-response';

const { group, place, join } = await readingGroup();
const [ann, ben] = [await join('Ann', 'member'), await join('Ben', 'member')];
await createAnnotation(ann, place, mark('brown fox 🦊', { tags: ['claim'] }));
await lookThrough(ben, place, ['crux']);

const asked = { viewer: ann, request: new Request('http://127.0.0.1/') };
const choice = { group, named: false, essay: undefined, salt: undefined };
const take = (format: 'json' | 'csv', rest = {}) => positionsResponse(asked, { ...choice, ...rest }, format);

test('positions are JSON that is written as it is read', async () => {
  const found = await (await take('json')).json();
  expect(found).toMatchObject({
    schema: 'cruxbook/agreement-positions/1',
    tags: ['claim', 'crux', 'failure-mode'],
    essays: [{ slug: 'the-fox', leftOut: 0, tokens: expect.arrayContaining([[0, 3]]) }],
  });
  expect(found.essays[0].annotators).toHaveLength(2);
  expect(found.essays[0].annotators).toContainEqual({
    id: 'silent-1',
    name: null,
    tags: ['crux'],
    spans: [],
  });
});

test('positions are a table, too', async () => {
  const rows = (await (await take('csv')).text()).split('\r\n');
  expect(rows[0]).toMatch(/^essay,version,sha256,annotator_id,/);
  expect(rows).toContainEqual(expect.stringMatching(/,silent-1,,,crux,,$/));
});

test('one at a time is taken, of all exports of a person; what is refused or given up lets others in', async () => {
  const taken = await take('json');
  await expect(take('csv')).rejects.toMatchObject({ status: 429, code: 'export-running' });
  await taken.body?.cancel();
  await expect(take('csv', { essay: 'no-such' })).rejects.toMatchObject({ status: 404 });
  expect((await (await take('csv')).text()).length).toBeGreaterThan(0);
});
