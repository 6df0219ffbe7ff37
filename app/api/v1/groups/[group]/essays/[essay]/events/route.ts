import { eventStream } from '@/lib/server/events/event-stream';
import { streamOpening } from '@/lib/server/events/stream-opening';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint(
  'GET /groups/{group}/essays/{essay}/events',
  ({ viewer, params, query, request }) => eventStream(viewer, params, streamOpening(request, query.cursor)),
);
