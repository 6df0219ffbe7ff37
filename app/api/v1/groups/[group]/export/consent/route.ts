import { consentOf, setConsent } from '@/lib/server/data/export/consent';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/export/consent', async ({ viewer, params }) => ({
  choice: await consentOf(viewer, params.group),
}));
export const PUT = endpoint('PUT /groups/{group}/export/consent', ({ viewer, params, body }) =>
  setConsent(viewer, params.group, body.choice),
);
