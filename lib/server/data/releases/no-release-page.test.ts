import { expect, test, vi } from 'vitest';
import ReleaseDiffPage from '@/app/g/[group]/releases/[release]/diff/[other]/page';
import ReleasePage from '@/app/g/[group]/releases/[release]/page';
import NothingHere from '@/app/not-found';
import { type Viewer, visitor } from '@/lib/server/data/viewer';
import { releasingGroup } from './releasing-group.fixture';

const asked = vi.hoisted(() => ({ viewer: null as unknown }));
vi.mock('@/lib/server/auth/current-viewer', () => ({ currentViewer: async () => asked.viewer }));
vi.mock('@/lib/server/http/answer-status', () => ({ answerWith: () => true }));
vi.mock('next/headers', () => ({ headers: async () => new Headers({ 'x-address': '/g/club' }) }));

const searchParams = Promise.resolve({});

test('who may read a group is told which release it does not have, and others are not', async () => {
  const { group, mod, annotation, freeze } = await releasingGroup();
  await annotation('A fox.');
  await freeze();
  const shownTo = (viewer: Viewer, release: string) => {
    asked.viewer = viewer;
    return ReleasePage({ params: Promise.resolve({ group, release }), searchParams });
  };
  const words = {
    props: {
      text: 'This group has no release 99.',
      back: { path: `/g/${group}/releases`, name: 'All releases' },
    },
  };
  expect(await shownTo(mod, '99')).toMatchObject(words);
  const compared = { group, release: '1', other: '99' };
  expect(await ReleaseDiffPage({ params: Promise.resolve(compared) })).toMatchObject(words);
  expect(await shownTo(mod, 'first')).toMatchObject({ type: NothingHere });
  for (const release of ['1', '99'])
    expect(await shownTo(visitor, release)).toMatchObject({ type: NothingHere });
});
