import { signUp } from '@/lib/server/auth/sign-up';
import { signedIn } from '@/lib/server/auth/signed-in';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint('POST /users', async ({ viewer, body, request }) =>
  signedIn(await signUp(viewer, body), request),
);
