import { guidelineExamples, keepExample } from '@/lib/server/data/adjudication/guideline-examples';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/examples', async ({ viewer, params }) => ({
  items: await guidelineExamples(viewer, params.group),
}));

export const POST = endpoint('POST /groups/{group}/examples', ({ viewer, params, body }) =>
  keepExample(viewer, params.group, body),
);
