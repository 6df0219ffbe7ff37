import { eventStream } from '@/lib/server/events/event-stream';
import { clientAddress } from '@/lib/server/http/client-address';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint(
  'GET /groups/{group}/essays/{essay}/events',
  ({ viewer, params, query, request }) => {
    const cursor = request.headers.get('last-event-id') ?? query.cursor ?? null;
    // HEAD wants no body, and nobody would ever end its stream.
    const signal = request.method === 'HEAD' ? AbortSignal.abort() : request.signal;
    return eventStream(viewer, params, { cursor, signal, address: clientAddress(request.headers) });
  },
);
