import { moderators, type Row } from './access-row.fixture';
import type { World } from './access-world.fixture';

/** Everybody who reads the marks may read what was decided about them; moderators decide. */
export const adjudicationRows: Row[] = [
  { key: 'GET /groups/{group}/essays/{essay}/adjudication', who: 'readers', status: 200 },
  { key: 'GET /groups/{group}/essays/{essay}/adjudication/decisions', who: 'readers', status: 200 },
  {
    key: 'POST /groups/{group}/essays/{essay}/adjudication/decisions',
    who: moderators,
    status: 201,
    body: ({ ids }: World) => ({ decisions: [{ case: ids.case, state: ids.state, verdict: 'reject' }] }),
  },
  {
    key: 'POST /groups/{group}/essays/{essay}/adjudication/decisions/{id}/undo',
    who: moderators,
    status: 201,
    ids: ({ ids }: World) => ({ id: ids.adjudication }),
  },
  { key: 'GET /groups/{group}/examples', who: 'readers', status: 200 },
  {
    key: 'POST /groups/{group}/examples',
    who: moderators,
    status: 201,
    body: ({ ids }: World) => ({
      tag: 'crux',
      essay: ids.essay,
      version: 1,
      start: 0,
      end: 3,
      positive: false,
    }),
  },
  {
    key: 'DELETE /groups/{group}/examples/{id}',
    who: moderators,
    status: 204,
    ids: ({ ids }: World) => ({ id: ids.example }),
  },
];
