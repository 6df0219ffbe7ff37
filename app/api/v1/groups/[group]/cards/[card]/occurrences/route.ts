import { linkPassage } from '@/lib/server/data/cards/occurrences';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint('POST /groups/{group}/cards/{card}/occurrences', ({ viewer, params, body }) =>
  linkPassage(viewer, params, body),
);
