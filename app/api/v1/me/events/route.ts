import { ownStream } from '@/lib/server/events/event-stream';
import { streamOpening } from '@/lib/server/events/stream-opening';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /me/events', ({ viewer, request }) =>
  ownStream(viewer, streamOpening(request, undefined)),
);
