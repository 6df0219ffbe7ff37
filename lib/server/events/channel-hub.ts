import 'server-only';
import { type FeedEvent, feed, mostEvents, type Standing, type Watcher } from '@/lib/server/data/event-feed';
import { log } from '@/lib/server/log';
import { audienceOf, type Onlooker } from './event-audience';
import { eventFrame, resyncFrame } from './event-frame';

/** Somebody who hears a channel, on one stream. */
export interface Follower extends Watcher, Onlooker {
  /** Whether an event is for this stream. */
  wants(event: FeedEvent): boolean;
  send(frame: Uint8Array): void;
}

/** A place in a channel: `epoch` changes when the database was restored from a copy. */
export interface Cursor {
  epoch: string;
  seq: number;
}

/**
 * Milliseconds from one look at a channel to the next. Who writes alone is heard at once; where many write at a time, one
 * look finds what several of them wrote.
 */
const between = 10;

/** Who is so far behind does better to fetch afresh. */
const mostMissed = 500;

/** Whether no number is missing from the one after `last` on; whoever wants everybody to fetch afresh leaves one out. */
const follow = (events: readonly Pick<FeedEvent, 'seq'>[], last: number): boolean =>
  events.every(({ seq }, i) => seq === last + 1 + i);

/**
 * One channel within this instance. New events are read once, encoded once for each audience and sent to all; whoever joins catches up
 * first. Everything happens in turn, so nobody gets an event twice, late, or not at all.
 */
export class ChannelHub<F extends Follower> {
  readonly channel: string;
  readonly #own: boolean;
  readonly #admit: (followers: readonly F[], standing: Standing) => void;
  /** With the number of the last event that each has got. */
  readonly #followers = new Map<F, number>();
  #epoch: string | null = null;
  /** Of the last event that was sent; null before the first look at the channel. */
  #seq: number | null = null;
  #turn: Promise<void> = Promise.resolve();
  #waking = false;
  /** When a wake last looked at the channel, in milliseconds of `performance.now`; who joins looks at once. */
  #looked = Number.NEGATIVE_INFINITY;

  /** `admit` runs before anything is sent, and makes those leave who may no longer listen. */
  constructor(channel: string, admit: (followers: readonly F[], standing: Standing) => void) {
    this.channel = channel;
    this.#own = channel.startsWith('user:');
    this.#admit = admit;
  }

  get followers(): Iterable<F> {
    return this.#followers.keys();
  }

  get isEmpty(): boolean {
    return this.#followers.size === 0;
  }

  /** Sends what happened since `cursor` (null: from now on), then what happens. */
  join(follower: F, cursor: Cursor | null): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#seq === null || (cursor && cursor.seq > this.#seq)) await this.#deliver();
      const seq = cursor ? await this.#catchUp(follower, cursor) : (this.#seq ?? 0);
      this.#followers.set(follower, seq);
    });
  }

  leave(follower: F): void {
    this.#followers.delete(follower);
  }

  /** Something may have happened. */
  wake(): Promise<void> {
    // A look that has not begun yet sees whatever is told of meanwhile.
    if (this.#waking) return this.#turn;
    this.#waking = true;
    return this.#inTurn(async () => {
      const wait = this.#looked + between - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      this.#looked = performance.now();
      this.#waking = false;
      return this.#deliver();
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }

  async #deliver(): Promise<void> {
    for (let more = true; more; ) {
      const before = this.#seq;
      // The first look only finds out where the channel stands.
      const since = before ?? Number.MAX_SAFE_INTEGER;
      const followers = [...this.#followers.keys()];
      const { epoch, seq, events, standing } = await feed(this.channel, since, followers);
      // First: whoever was removed before one of these events must not get it.
      this.#admit(followers, standing);
      const isSame = this.#epoch === null || (epoch === this.#epoch && seq >= (before ?? 0));
      const isGapless = follow(events, before ?? 0);
      this.#epoch = epoch;
      if (!isSame || !isGapless) return this.#startAfresh(seq);
      this.#seq ??= seq;
      for (const event of events) this.#send(event);
      more = events.length === mostEvents;
    }
  }

  #send(event: FeedEvent): void {
    const frameFor = this.#framesOf(event);
    this.#seq = event.seq;
    for (const [follower, last] of this.#followers) {
      if (event.seq <= last) continue;
      this.#followers.set(follower, event.seq);
      if (follower.wants(event)) follower.send(frameFor(follower));
    }
  }

  /** How each follower sees an event; most see it alike. */
  #framesOf(event: FeedEvent): (follower: F) => Uint8Array {
    const made = new Map<string, Uint8Array>();
    return ({ user, moderates, alone }) => {
      const audience = audienceOf(event, { user, moderates, alone: alone && !this.#own });
      const frame =
        made.get(audience) ?? eventFrame(event, { audience, epoch: this.#epoch ?? '', own: this.#own });
      made.set(audience, frame);
      return frame;
    };
  }

  #startAfresh(seq: number): void {
    log.warn({ channel: this.channel }, 'events are missing, followers fetch afresh');
    this.#seq = seq;
    for (const follower of this.#followers.keys()) {
      this.#followers.set(follower, seq);
      this.#resync(follower);
    }
  }

  #resync(follower: F): void {
    follower.send(resyncFrame(this.#own ? '' : `${this.#epoch ?? '0'}.${this.#seq ?? 0}`));
  }

  /** The number of the last event that the follower has then. */
  async #catchUp(follower: F, { epoch, seq }: Cursor): Promise<number> {
    const now = this.#seq ?? 0;
    // "0.0" is where a channel stands before its first event, which gives it an epoch.
    const isKnown = epoch === this.#epoch || (epoch === '0' && seq === 0);
    let last = isKnown && seq <= now && now - seq <= mostMissed ? seq : null;
    while (last !== null && last < now) {
      const { events } = await feed(this.channel, last);
      if (events.length === 0 || !follow(events, last)) last = null;
      else
        for (const event of events) if (follower.wants(event)) follower.send(this.#framesOf(event)(follower));
      if (last !== null) last = events.at(-1)?.seq ?? last;
    }
    if (last === null) this.#resync(follower);
    return last ?? now;
  }
}
