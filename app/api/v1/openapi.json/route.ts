import { contracts } from '@/lib/core/api/contracts';
import { openApi } from '@/lib/core/api/openapi';
import { config } from '@/lib/server/config';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /openapi.json', async () =>
  openApi(contracts, `${config().APP_URL}/api/v1`),
);
