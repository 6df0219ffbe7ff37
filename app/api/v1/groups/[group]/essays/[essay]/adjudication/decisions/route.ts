import { decideCases } from '@/lib/server/data/adjudication/decide-cases';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint(
  'POST /groups/{group}/essays/{essay}/adjudication/decisions',
  async ({ viewer, params, body }) => ({ cases: await decideCases(viewer, params, body.decisions) }),
);
