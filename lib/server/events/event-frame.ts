import 'server-only';
import type { Presence } from '@/lib/core/annotation/presence';
import type { FeedEvent } from '@/lib/server/data/event-feed';
import { nothing, unsaid, unseen } from '@/lib/server/data/events';

const encoder = new TextEncoder();

/** One event in the wire format of server-sent events; `data` is one line. */
function frame(event: string, data: string, id = ''): Uint8Array {
  return encoder.encode(`${id && `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`);
}

interface Rendition {
  /** Who sees it so (`audienceOf`). */
  audience: string;
  epoch: string;
  /** On a person's own channel. */
  own: boolean;
}

/**
 * An event of a channel. Those of a person's own channel have no id and `seq` 0: the id is where the essay's channel
 * stands.
 */
export function eventFrame(event: FeedEvent, { audience, epoch, own }: Rendition): Uint8Array {
  const { entity, threads } = event;
  const seq = own ? 0 : event.seq;
  const isUnseen = event.change === unseen.change;
  const isNothing = audience === 'nobody' || (isUnseen && audience === 'everybody');
  const id = isNothing ? nothing : entity;
  // Who reads alone learns not even of what kind it was, but for what has everybody fetch afresh.
  const kind = isNothing && event.kind === 'adjudication' ? 'annotation' : event.kind;
  const { change, actor } = isNothing || isUnseen ? unsaid : event;
  const head = JSON.stringify({ seq, kind, change, id, actor }).slice(0, -1);
  const thread = (id === entity && threads.get(audience)) || 'null';
  const data = kind === 'annotation' ? `${head},"annotation":${thread}}` : `${head}}`;
  return frame(kind, data, own ? '' : `${epoch}.${seq}`);
}

/** Events are missing between what the client has and this place: it has to fetch afresh. */
export const resyncFrame = (id: string): Uint8Array => frame('resync', '{}', id);

export const presenceFrame = (presence: Presence): Uint8Array => frame('presence', JSON.stringify(presence));

/** How much in the inbox of whoever gets it is unread. */
export const inboxFrame = (unread: number): Uint8Array => frame('inbox', JSON.stringify({ unread }));

/** The queue of a group that whoever gets it moderates is no longer as it was. */
export const queueFrame = (group: string): Uint8Array => frame('queue', JSON.stringify({ group }));

/** Keeps proxies from closing a quiet stream. */
export const heartbeatFrame = encoder.encode(':\n\n');

/** How long a client waits before it comes again, in milliseconds. */
export const retryFrame = (milliseconds: number): Uint8Array => encoder.encode(`retry: ${milliseconds}\n\n`);
