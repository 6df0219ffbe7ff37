import { expect, test } from 'vitest';
import { annotationPage } from '@/lib/server/data/annotation-list';
import { everything } from '@/lib/server/data/reading-group.fixture';
import type { Viewer } from '@/lib/server/data/viewer';
import { withdrawFlag } from './flags';
import { moderatedGroup } from './moderated-group.fixture';

test('who asks for another look is seen to have asked, also on pages made before, until they take it back', async () => {
  const { annotation, reply, decide, flag, ann, mod, place, group } = await moderatedGroup();
  const note = await annotation('Buy this.');
  const answer = await reply('And this.', note);
  await decide('hide', note, answer);
  const appealed = async (viewer: Viewer) => {
    const { json } = await annotationPage(viewer, { params: place, query: everything }, null);
    const [{ held, replies }] = JSON.parse(json).items;
    return [held.appealed, replies[0].held.appealed];
  };
  expect([await appealed(ann), await appealed(mod)]).toEqual(Array(2).fill([false, false]));
  const { id } = await flag(note, ann, 'appeal');
  await flag(answer, ann, 'appeal');
  expect([await appealed(ann), await appealed(mod)]).toEqual(Array(2).fill([true, true]));
  await withdrawFlag(ann, group, id);
  expect([await appealed(ann), await appealed(mod)]).toEqual(Array(2).fill([false, true]));
});
