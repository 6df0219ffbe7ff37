import 'server-only';
import { unreadCounts } from '@/lib/server/data/inbox/inbox';
import { visitor } from '@/lib/server/data/viewer';
import { log } from '@/lib/server/log';
import { inboxFrame } from './event-frame';
import type { LiveStream } from './live-stream';

/** Milliseconds in which what happens at once is counted once. */
const pause = 150;

/** Sends people on this instance how much in their inbox is unread, whenever that changes. */
export class UnreadBell {
  readonly #streams: ReadonlySet<LiveStream>;
  readonly #users = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(streams: ReadonlySet<LiveStream>) {
    this.#streams = streams;
  }

  ring(user: string): void {
    this.#users.add(user);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#count().catch((err) => log.warn({ err }, 'cannot count what is unread'));
    }, pause).unref();
  }

  /** Somebody may have been told of something meanwhile. */
  ringAll(): void {
    for (const { user } of this.#streams) if (user !== null) this.ring(user);
  }

  async #count(): Promise<void> {
    const here = [...this.#streams].filter(({ user }) => user !== null && this.#users.has(user));
    this.#users.clear();
    if (here.length === 0) return;
    const counts = await unreadCounts(visitor, [...new Set(here.map(({ user }) => user!))]);
    for (const stream of here) stream.send(inboxFrame(counts.get(stream.user!) ?? 0));
  }
}
