import { consentsOf } from '@/lib/server/data/export/consent';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /me/export-consents', async ({ viewer }) => ({
  items: await consentsOf(viewer),
}));
