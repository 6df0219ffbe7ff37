import { whyNotReady } from '@/lib/server/data/readiness';
import { isDraining } from '@/lib/server/shutdown';

export const dynamic = 'force-dynamic';

/** A balancer sends people here only while this answers 200. */
export async function GET() {
  const reason = isDraining() ? 'This instance is shutting down.' : await whyNotReady();
  return new Response(`${reason ?? 'ready'}\n`, { status: reason ? 503 : 200 });
}
