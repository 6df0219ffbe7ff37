import { createGroup, listGroups } from '@/lib/server/data/groups';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups', ({ viewer, query }) => listGroups(viewer, query));

export const POST = endpoint('POST /groups', ({ viewer, body }) => createGroup(viewer, body));
