import { groupStream } from '@/lib/server/events/event-stream';
import { streamOpening } from '@/lib/server/events/stream-opening';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/events', ({ viewer, params, query, request }) =>
  groupStream(viewer, { ...params, about: query.about }, streamOpening(request, query.cursor)),
);
