import { changeTag } from '@/lib/server/data/tags';
import { endpoint } from '@/lib/server/http/endpoint';

export const PATCH = endpoint('PATCH /groups/{group}/tags/{tag}', ({ viewer, params, body }) =>
  changeTag(viewer, params, body),
);
