import { contracts } from '@/lib/core/api/contracts';
import { openApi } from '@/lib/core/api/openapi';
import { config } from '@/lib/server/config';
import { endpoint, JsonText } from '@/lib/server/http/endpoint';

let built: string | undefined;

/** The same for as long as the process lives, and some work to build. */
export const GET = endpoint('GET /openapi.json', async () => {
  built ??= JSON.stringify(openApi(contracts, `${config().APP_URL}/api/v1`));
  return new JsonText(built);
});
