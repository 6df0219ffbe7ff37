import 'server-only';
import { Problem } from '@/lib/core/api/problem';
import { config } from '@/lib/server/config';

/**
 * A change that rides on a cookie must come from our own pages (ASVS 3.5): browsers always say where a request
 * comes from, so a request that does not say is refused too. A page that hides its address (`no-referrer`) posts its
 * forms with the origin "null"; for those Sec-Fetch-Site tells, which no page can forge.
 */
export function requireSameOrigin(request: Request): void {
  const origin = request.headers.get('origin');
  if (
    origin !== null && origin !== 'null'
      ? origin === new URL(config().APP_URL).origin
      : request.headers.get('sec-fetch-site') === 'same-origin'
  )
    return;
  throw new Problem(403, 'origin', 'This request does not come from this site.');
}
