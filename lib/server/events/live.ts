import 'server-only';
import { endedCredentials, ownCursor, standOf } from '@/lib/server/data/event-feed';
import { groupChannel, notification, userChannel } from '@/lib/server/data/events';
import { inboxNotification } from '@/lib/server/data/inbox/inbox-notification';
import { listen } from '@/lib/server/data/listen';
import { queueNotification } from '@/lib/server/data/moderation/queue-notification';
import { presenceNotification } from '@/lib/server/data/presence';
import { log } from '@/lib/server/log';
import { onShutdown } from '@/lib/server/shutdown';
import { ChannelHub, type Cursor } from './channel-hub';
import { heartbeatFrame, presenceFrame, queueFrame } from './event-frame';
import { admit, endSignedOut, type LiveStream } from './live-stream';
import { type Hiding, PresenceBoard, type Sign } from './presence-board';
import { UnreadBell } from './unread-bell';

const pollEvery = 2_000;
const heartbeatEvery = 15_000;

/** What is live in this instance: its hubs, its streams, its one listening connection. */
class Live {
  readonly #hubs = new Map<string, ChannelHub<LiveStream>>();
  readonly #streams = new Set<LiveStream>();
  readonly #presence = new PresenceBoard();
  readonly #bell = new UnreadBell(this.#streams);
  /** Hubs whose last look failed. */
  readonly #behind = new Set<string>();
  #stands = new Map<string, string>();
  #stop: (() => Promise<void>) | null = null;

  get streams(): ReadonlySet<LiveStream> {
    return this.#streams;
  }

  /** Sends what the stream's reader has missed since `cursor`, then what happens. */
  async follow(stream: LiveStream, cursor: Cursor | null): Promise<void> {
    this.#start();
    this.#streams.add(stream);
    const { channel } = stream;
    try {
      const own = stream.user && userChannel(stream.user);
      if (own && own !== channel) {
        const since = cursor && (await ownCursor(own, { channel, seq: cursor.seq }));
        await this.#hub(own).join(stream, since);
      }
      await this.#hub(channel).join(stream, cursor);
    } catch (error) {
      this.unfollow(stream);
      throw error;
    }
    if (stream.ended) this.unfollow(stream);
    // A page has no other stream, and one that comes again has missed what was told meanwhile.
    if (stream.user) this.#bell.ring(stream.user);
    if (stream.member && !stream.alone)
      for (const one of this.#presence.on(channel)) stream.send(presenceFrame(one));
  }

  unfollow(stream: LiveStream): void {
    this.#streams.delete(stream);
    for (const channel of [stream.channel, ...(stream.user ? [userChannel(stream.user)] : [])]) {
      const hub = this.#hubs.get(channel);
      hub?.leave(stream);
      if (hub?.isEmpty) this.#hubs.delete(channel);
    }
  }

  async stop(): Promise<void> {
    for (const stream of [...this.#streams]) stream.end();
    await this.#stop?.();
    this.#stop = null;
  }

  #hub(channel: string): ChannelHub<LiveStream> {
    const hub =
      this.#hubs.get(channel) ??
      new ChannelHub<LiveStream>(channel, channel.startsWith('user:') ? endSignedOut : admit);
    this.#hubs.set(channel, hub);
    return hub;
  }

  #start(): void {
    if (this.#stop) return;
    const stopListening = listen({
      channels: [notification, presenceNotification, inboxNotification, queueNotification],
      heard: (name, payload) => {
        if (name === notification) this.#heard(payload);
        else if (name === inboxNotification) this.#bell.ring(payload);
        else if (name === queueNotification) this.#queueMoved(payload);
        else this.#seen(JSON.parse(payload));
      },
      connected: () => {
        this.#wake([...this.#hubs.keys()]);
        this.#bell.ringAll();
      },
    });
    const timers = [
      setInterval(() => void this.#poll(), pollEvery),
      setInterval(() => this.#heartbeat(), heartbeatEvery),
    ];
    for (const timer of timers) timer.unref();
    this.#stop = () => {
      for (const timer of timers) clearInterval(timer);
      return stopListening();
    };
  }

  /** Whatever changes in a group may change who can follow what is in it. */
  #heard(channel: string): void {
    const [kind, group] = channel.split(':');
    this.#wake(
      kind === 'group'
        ? [...this.#hubs].flatMap(([one]) => (one.split(':')[1] === group ? one : []))
        : [channel],
    );
  }

  #wake(channels: Iterable<string>): void {
    for (const channel of channels) {
      this.#hubs
        .get(channel)
        ?.wake()
        .catch(() => this.#behind.add(channel));
    }
  }

  /** A lost notification costs no more than the time between two polls. */
  async #poll(): Promise<void> {
    for (const sign of this.#presence.expire(Date.now())) this.#show(sign);
    const groups = new Set(
      [...this.#streams].flatMap(({ place }) => (place ? [groupChannel(place.group)] : [])),
    );
    const before = this.#stands;
    try {
      this.#stands = await standOf([...this.#hubs.keys(), ...groups]);
    } catch (err) {
      log.warn({ err }, 'cannot look for events');
      return;
    }
    this.#wake([...this.#behind].filter((channel) => this.#behind.delete(channel)));
    for (const [channel, stand] of this.#stands) if (stand !== before.get(channel)) this.#heard(channel);
  }

  #heartbeat(): void {
    for (const stream of this.#streams) stream.send(heartbeatFrame);
    // What expires is deleted by nobody at that moment, and a notification may be lost.
    endedCredentials([...this.#streams])
      .then((ended) => endSignedOut(this.#streams, { ended }))
      .catch((err) => log.warn({ err }, 'cannot look for who signed out'));
  }

  /** What was decided is in no moderator's inbox any more, so the bell rings as well. */
  #queueMoved(payload: string): void {
    const [group = '', user = ''] = payload.split(' ');
    for (const stream of this.#streams) if (stream.user === user) stream.send(queueFrame(group));
    this.#bell.ring(user);
  }

  #seen(heard: Sign | Hiding): void {
    if ('hidden' in heard) for (const sign of this.#presence.hide(heard)) this.#show(sign);
    else {
      this.#presence.hear(heard, Date.now());
      this.#show(heard);
    }
  }

  #show({ channel, presence }: Sign): void {
    const frame = presenceFrame(presence);
    for (const stream of this.#hubs.get(channel)?.followers ?? [])
      if (stream.member && !stream.alone) stream.send(frame);
  }
}

// Next loads this module once per bundle; one process has one of it.
const store = globalThis as unknown as { cruxbookLive?: Live };

export function live(): Live {
  if (!store.cruxbookLive) {
    const made = new Live();
    store.cruxbookLive = made;
    onShutdown(() => made.stop());
  }
  return store.cruxbookLive;
}
