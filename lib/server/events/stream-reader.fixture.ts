import { afterAll, afterEach } from 'vitest';
import type { GroupMatter } from '@/lib/server/data/events';
import type { Viewer } from '@/lib/server/data/viewer';
import { eventStream, groupStream, ownStream } from './event-stream';
import { live } from './live';
import type { StreamOpening } from './stream-opening';

interface Frame {
  id: string | null;
  event: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server sent
  data: any;
}

/** Ways to stop the streams that a test has opened. */
const opened: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of opened.splice(0)) await stop();
});
afterAll(() => live().stop());

/** Follows an essay as a browser would, and remembers every frame. Ends with the test at the latest. */
export const follow = (
  viewer: Viewer,
  params: { group: string; essay: string },
  cursor: string | null = null,
) => read(cursor, (opening) => eventStream(viewer, params, opening));

/** The same for a group. */
export const followGroup = (
  viewer: Viewer,
  matter: { group: string; about: GroupMatter },
  cursor: string | null = null,
) => read(cursor, (opening) => groupStream(viewer, matter, opening));

const followOwn = (wanted: 'inbox' | 'queue') => (viewer: Viewer, essay?: { group: string; essay: string }) =>
  read(
    null,
    (opening) => (essay ? eventStream(viewer, essay, opening) : ownStream(viewer, opening)),
    (event) => event === wanted,
  );

/** How much of somebody's inbox is unread, as it is told wherever they are, or on the page of an essay; the others leave it out. */
export const followInbox = followOwn('inbox');

/** The same of groups whose queue moved. */
export const followQueue = followOwn('queue');

async function read(
  cursor: string | null,
  open: (opening: StreamOpening) => Promise<Response>,
  isWanted = (event: string) => event !== 'inbox' && event !== 'queue',
) {
  const aborting = new AbortController();
  const response = await open({ cursor, address: 'nowhere', signal: aborting.signal });
  const frames: Frame[] = [];
  let ended = false;
  const reading = (async () => {
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        text += decoder.decode(chunk, { stream: true });
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        frames.push(...parts.flatMap(parse).filter(({ event }) => isWanted(event)));
      }
    } catch {}
    ended = true;
  })();
  const stop = async () => {
    aborting.abort();
    await reading;
  };
  opened.push(stop);
  return {
    stop,
    frames,
    response,
    isEnded: () => ended,
    /** Numbers of the essay's own events, in the order they came. */
    seqs: () =>
      frames.flatMap(({ id, event }) => (id && event === 'annotation' ? Number(id.split('.')[1]) : [])),
  };
}

function parse(text: string): Frame[] {
  const field = (name: string) =>
    text
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const event = field('event');
  return event ? [{ id: field('id') ?? null, event, data: JSON.parse(field('data') ?? 'null') }] : [];
}

/** Resolves as soon as `condition` holds. */
export async function until(condition: () => boolean, milliseconds = 5_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Not within ${milliseconds} ms: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
