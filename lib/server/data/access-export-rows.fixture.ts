import { type Row, readers } from './access-row.fixture';

/** Who left something behind in a group says how it is taken along, though they belong to it no more. */
export const exportRows: Row[] = [
  { key: 'GET /me/export-consents', who: 'account', status: 200 },
  { key: 'GET /groups/{group}/export/consent', who: readers, status: 200, except: { exMember: 200 } },
  {
    key: 'PUT /groups/{group}/export/consent',
    who: readers,
    status: 204,
    body: () => ({ choice: 'left-out' }),
    except: { exMember: 204 },
  },
];
