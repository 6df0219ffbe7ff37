import { logFile } from '@/lib/server/data/moderation/log-file';
import { endpoint } from '@/lib/server/http/endpoint';

const types = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' };

export const GET = endpoint(
  'GET /groups/{group}/moderation/log/file',
  async ({ viewer, params, query: { format } }) =>
    new Response(await logFile(viewer, params.group, format), {
      headers: {
        'content-type': types[format],
        'content-disposition': `attachment; filename="moderation-log.${format}"`,
        'cache-control': 'private, no-cache',
      },
    }),
);
