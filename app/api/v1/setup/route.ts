import { setUpSite } from '@/lib/server/auth/sign-up';
import { signedIn } from '@/lib/server/auth/signed-in';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint('POST /setup', async ({ viewer, body, request }) =>
  signedIn(await setUpSite(viewer, body), request),
);
