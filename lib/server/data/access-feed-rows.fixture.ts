import type { Row } from './access-row.fixture';

export const feedRows: Row[] = [
  { key: 'GET /groups/{group}/feed.atom', who: 'readers', status: 200 },
  { key: 'GET /groups/{group}/essays/{essay}/feed.atom', who: 'readers', status: 200 },
  { key: 'GET /groups/{group}/tags/{tag}/feed.atom', who: 'readers', status: 200 },
];
