import { signInHere } from '@/lib/server/auth/signed-in';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint('POST /session', ({ body, request }) => signInHere(body, request));
