import { changeSite, site } from '@/lib/server/data/site';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /site', ({ viewer }) => site(viewer));

export const PATCH = endpoint('PATCH /site', ({ viewer, body }) => changeSite(viewer, body));
