import 'server-only';
import pg from 'pg';
import { config } from '@/lib/server/config';
import { log } from '@/lib/server/log';

export interface Listener {
  channels: readonly string[];
  /** A notification: what it says is only a hint where to look. */
  heard(channel: string, payload: string): void;
  /** Listening, after a pause in which notifications were lost. */
  connected(): void;
}

const firstPause = 100;
const longestPause = 2_000;

/** Listens on a connection of its own, which it opens again whenever it breaks. Returns how to stop. */
export function listen(listener: Listener): () => Promise<void> {
  let client: pg.Client | null = null;
  let stopped = false;
  let pause = firstPause;
  let timer: NodeJS.Timeout | undefined;

  function again(broken: pg.Client) {
    if (stopped || client !== broken) return;
    client = null;
    timer = setTimeout(() => void open(), pause);
    timer.unref();
    pause = Math.min(pause * 2, longestPause);
  }

  async function open() {
    const opened = new pg.Client({
      connectionString: config().DATABASE_URL,
      connectionTimeoutMillis: 2_000,
      keepAlive: true,
      application_name: 'cruxbook listener',
    });
    client = opened;
    opened.on('notification', ({ channel, payload }) => listener.heard(channel, payload ?? ''));
    opened.on('error', () => {});
    opened.once('end', () => again(opened));
    try {
      await opened.connect();
      for (const channel of listener.channels)
        await opened.query(`LISTEN ${opened.escapeIdentifier(channel)}`);
      pause = firstPause;
      listener.connected();
    } catch (err) {
      log.warn({ err }, 'cannot listen for events, trying again');
      await opened.end().catch(() => {});
      again(opened);
    }
  }

  void open();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end().catch(() => {});
  };
}
