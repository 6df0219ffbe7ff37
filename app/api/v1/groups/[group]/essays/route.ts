import { type ImportedEssay, importEssay, keepEssay } from '@/lib/server/data/essay-imports';
import { readingList } from '@/lib/server/data/essays';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/essays', async ({ viewer, params }) => ({
  items: await readingList(viewer, params.group),
}));

export const POST = endpoint(
  'POST /groups/{group}/essays',
  ({ viewer, params, body }, imported: ImportedEssay) =>
    keepEssay(viewer, params.group, { draft: body, imported }),
  { prepare: ({ viewer, params, body }) => importEssay(viewer, params.group, body) },
);
