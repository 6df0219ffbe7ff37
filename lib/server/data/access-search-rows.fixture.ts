import type { Row } from './access-row.fixture';

const aWord = () => ({ q: 'fox' });

/** Everybody may look for things and finds what is theirs to see; a concordance is of a group. */
export const searchRows: Row[] = [
  { key: 'GET /search', who: 'anyone', status: 200, query: aWord },
  { key: 'GET /jump', who: 'anyone', status: 200, query: aWord },
  { key: 'GET /groups/{group}/concordance', who: 'readers', status: 200, query: aWord },
  { key: 'GET /groups/{group}/concordance.csv', who: 'readers', status: 200, query: aWord },
];
