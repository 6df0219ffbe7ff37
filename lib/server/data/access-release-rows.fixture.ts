import { moderators, type Row } from './access-row.fixture';
import type { World } from './access-world.fixture';

const release = { ids: (world: World) => ({ release: world.ids.release, other: world.ids.release }) };

export const releaseRows: Row[] = [
  { key: 'GET /groups/{group}/guideline', who: 'readers', status: 200 },
  {
    key: 'PUT /groups/{group}/guideline',
    who: moderators,
    status: 200,
    body: () => ({ markdown: 'Mark what would change your mind.' }),
  },
  { key: 'GET /groups/{group}/releases', who: 'readers', status: 200 },
  { key: 'GET /groups/{group}/releases/next', who: moderators, status: 200 },
  {
    key: 'POST /groups/{group}/releases',
    who: moderators,
    status: 201,
    body: () => ({ title: 'For the paper' }),
  },
  { key: 'GET /groups/{group}/releases/{release}', who: 'readers', status: 200, ...release },
  {
    key: 'PUT /groups/{group}/releases/{release}/withdrawal',
    who: moderators,
    status: 200,
    body: () => ({ reason: 'A text was copied.' }),
    ...release,
  },
  {
    key: 'GET /groups/{group}/releases/{release}/export',
    who: 'readers',
    status: 200,
    query: () => ({ format: 'jsonl' }),
    ...release,
  },
  { key: 'GET /groups/{group}/releases/{release}/diff/{other}', who: 'readers', status: 200, ...release },
];
