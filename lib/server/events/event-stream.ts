import 'server-only';
import { may } from '@/lib/core/access/permissions';
import { isAlone } from '@/lib/server/data/annotation-rounds/is-alone';
import { essayFor } from '@/lib/server/data/essay-scope';
import { essayChannel, type GroupMatter, groupMatterChannel, userChannel } from '@/lib/server/data/events';
import { type GroupScope, groupFor } from '@/lib/server/data/group-scope';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import type { Cursor } from './channel-hub';
import { retryFrame } from './event-frame';
import { live } from './live';
import { demandRoom, type LiveStream } from './live-stream';
import type { StreamOpening } from './stream-opening';

/** Bytes that may wait for a slow reader; then the stream breaks off, and the reader comes again. */
const mostWaiting = 4_000_000;

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

/** Opens a live stream of an essay. */
export async function eventStream(
  viewer: Viewer,
  params: { group: string; essay: string },
  opening: StreamOpening,
): Promise<Response> {
  const { group, id } = await essayFor(viewer, params, 'annotation.read');
  const alone = await isAlone(viewer, { group: group.id, essay: id });
  return stream(viewer, { ...at(group, id), alone, channel: essayChannel(group.id, id) }, opening);
}

/** Opens a live stream of what happens in a group, apart from its essays. */
export async function groupStream(
  viewer: Viewer,
  { group: name, about }: { group: string; about: GroupMatter },
  opening: StreamOpening,
): Promise<Response> {
  const group = await groupFor(viewer, name, 'group.read');
  return stream(viewer, { ...at(group, null), channel: groupMatterChannel(about, group.id) }, opening);
}

/** Opens a live stream of what concerns the viewer alone, which begins with how much in their inbox is unread. */
export const ownStream = (viewer: Viewer, opening: StreamOpening): Promise<Response> =>
  stream(
    viewer,
    { member: false, moderates: false, alone: false, place: null, channel: userChannel(userIdOf(viewer)) },
    opening,
  );

type Followed = Pick<LiveStream, 'member' | 'moderates' | 'alone' | 'place' | 'channel'>;

const at = (group: GroupScope, essay: string | null) => ({
  member: group.role !== 'stranger',
  moderates: may('moderation.review', group),
  alone: false,
  place: { group: group.id, essay },
});

async function stream(
  viewer: Viewer,
  followed: Followed,
  { cursor, address, signal }: StreamOpening,
): Promise<Response> {
  const reader = {
    user: viewer.user?.id ?? null,
    credential: viewer.session ?? viewer.token ?? null,
    address,
  };
  demandRoom(live().streams, reader);
  const { stream, body } = open({ ...reader, ...followed });
  signal.addEventListener('abort', stream.end);
  // Who left while we looked up what they may read gives no sign any more.
  if (signal.aborted) stream.end();
  stream.send(retryFrame(3_000));
  if (!stream.ended) await live().follow(stream, cursor === null ? null : parseCursor(cursor));
  return new Response(body, { headers });
}

/** What is no cursor stands nowhere: the server then asks the client to fetch afresh. */
function parseCursor(text: string): Cursor {
  const [, epoch = '', seq = '0'] = /^([a-z0-9]+)\.(\d{1,15})$/.exec(text) ?? [];
  return { epoch, seq: Number(seq) };
}

function open(reader: Omit<LiveStream, 'wants' | 'send' | 'ended' | 'end'>): {
  stream: LiveStream;
  body: ReadableStream<Uint8Array>;
} {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const close = (finish: () => void) => {
    if (stream.ended) return;
    stream.ended = true;
    live().unfollow(stream);
    finish();
  };
  const stream: LiveStream = {
    ...reader,
    ended: false,
    wants: ({ group, essay }) =>
      group === null || (group === reader.place?.group && essay === reader.place.essay),
    send(frame) {
      if (stream.ended) return;
      controller.enqueue(frame);
      if ((controller.desiredSize ?? 0) <= 0)
        close(() => controller.error(new Error('The reader is too slow.')));
    },
    end: () => close(() => controller.close()),
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (made) => {
        controller = made;
      },
      cancel: () => close(() => {}),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }),
  );
  return { stream, body };
}
