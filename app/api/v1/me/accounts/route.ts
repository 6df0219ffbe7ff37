import { listLinkedAccounts } from '@/lib/server/data/linked-accounts';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /me/accounts', async ({ viewer }) => ({
  items: await listLinkedAccounts(viewer),
}));
