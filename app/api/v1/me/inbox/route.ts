import { inboxPage, markEntries } from '@/lib/server/data/inbox/inbox';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /me/inbox', ({ viewer, query }) => inboxPage(viewer, query));
export const PATCH = endpoint('PATCH /me/inbox', ({ viewer, body }) => markEntries(viewer, body));
