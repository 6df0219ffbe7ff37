import { moderators, type Row } from './access-row.fixture';

export const releaseRows: Row[] = [
  { key: 'GET /groups/{group}/guideline', who: 'readers', status: 200 },
  {
    key: 'PUT /groups/{group}/guideline',
    who: moderators,
    status: 200,
    body: () => ({ markdown: 'Mark what would change your mind.' }),
  },
];
