import { eventStream } from '@/lib/server/events/event-stream';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint(
  'GET /groups/{group}/essays/{essay}/events',
  ({ viewer, params, query, request }) => {
    const cursor = request.headers.get('last-event-id') ?? query.cursor ?? null;
    return eventStream(viewer, params, { cursor, signal: request.signal });
  },
);
