import 'server-only';
import { clientAddress } from '@/lib/server/http/client-address';

/** How a live stream begins. */
export interface StreamOpening {
  /** `<epoch>.<seq>` to go on from; null: from now on. */
  cursor: string | null;
  /** Where the request comes from. */
  address: string;
  signal: AbortSignal;
}

/** What a request for a stream asks; after a break the browser's own header counts more than the address. */
export const streamOpening = (request: Request, cursor: string | undefined): StreamOpening => ({
  cursor: request.headers.get('last-event-id') ?? cursor ?? null,
  address: clientAddress(request.headers),
  // HEAD wants no body, and nobody would ever end its stream.
  signal: request.method === 'HEAD' ? AbortSignal.abort() : request.signal,
});
