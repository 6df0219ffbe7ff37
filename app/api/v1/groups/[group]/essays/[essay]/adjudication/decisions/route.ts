import { decideCases } from '@/lib/server/data/adjudication/decide-cases';
import { decidedAnnotations } from '@/lib/server/data/adjudication/decided-annotations';
import { endpoint, taggedJson } from '@/lib/server/http/endpoint';

export const GET = endpoint(
  'GET /groups/{group}/essays/{essay}/adjudication/decisions',
  async ({ viewer, params }) => taggedJson(await decidedAnnotations(viewer, params)),
);

export const POST = endpoint(
  'POST /groups/{group}/essays/{essay}/adjudication/decisions',
  async ({ viewer, params, query, body }) => ({
    cases: await decideCases(viewer, { ...params, ...query }, body.decisions),
  }),
);
