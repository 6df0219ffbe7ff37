import { members, moderators, type Row } from './access-row.fixture';

/** A corpus on its way out of a group, and into one. */
export const importRows: Row[] = [
  { key: 'GET /groups/{group}/export', who: 'readers', status: 200, query: () => ({ format: 'jsonl' }) },
  { key: 'GET /groups/{group}/export/preview', who: 'readers', status: 200 },
  {
    key: 'GET /groups/{group}/export/preview',
    about: 'of what is private',
    who: 'readers',
    signedIn: true,
    status: 200,
    query: () => ({ visibility: 'private' }),
  },
  {
    key: 'POST /groups/{group}/import',
    about: 'of an empty file',
    who: moderators,
    status: 422,
    query: () => ({ format: 'jsonl', dryRun: 'true' }),
  },
  { key: 'GET /groups/{group}/external-people', who: 'readers', status: 200 },
  { key: 'PUT /groups/{group}/external-people/{person}/claim', who: members, status: 204 },
  { key: 'DELETE /groups/{group}/external-people/{person}/claim', who: moderators, status: 204 },
  {
    key: 'POST /groups/{group}/external-people/{person}/claim/agreement',
    about: 'that nobody made',
    who: moderators,
    status: 409,
    body: ({ ids }) => ({ member: ids.one }),
  },
];
