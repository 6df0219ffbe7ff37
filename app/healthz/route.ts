export const dynamic = 'force-dynamic';

/** The process lives. Nothing about the database: a balancer must not kill what only waits. */
export function GET() {
  return new Response('ok\n');
}
