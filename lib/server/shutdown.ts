import 'server-only';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';

type Closer = () => void | Promise<void>;

/** After so many milliseconds the process ends, whatever still holds it. */
const patience = 10_000;

interface State {
  closers: Closer[];
  server?: Server;
  draining: boolean;
}

// Next loads this module once per bundle; one process has one end.
const store = globalThis as unknown as { cruxbookShutdown?: State };
store.cruxbookShutdown ??= { closers: [], draining: false };
const state = store.cruxbookShutdown;

/** `close` runs when this process is asked to end, in the order of registration: live streams, jobs, connections. */
export function onShutdown(close: Closer): void {
  state.closers.push(close);
}

/** True from the moment this process was asked to end: it is no longer ready. */
export const isDraining = (): boolean => state.draining;

/**
 * Ends this process in order when it is asked to, or when the process that started it is gone. Next alone waits for
 * open streams for ever.
 */
export function endGracefully(): void {
  // The only way to get at the server, which Next keeps to itself.
  const remember = (message: unknown) => {
    state.server = (message as { server: Server }).server;
    unsubscribe('http.server.request.start', remember);
  };
  subscribe('http.server.request.start', remember);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void shutDown());
  process.on('disconnect', () => void shutDown());
}

async function shutDown(): Promise<void> {
  if (state.draining) return;
  state.draining = true;
  setTimeout(() => process.exit(1), patience).unref();
  const served = finishRequests();
  for (const close of state.closers) await (async () => close())().catch(() => {});
  await served;
  process.exit(0);
}

/** Takes no more connections, and waits for the answers under way. */
function finishRequests(): Promise<void> {
  const { server } = state;
  if (!server) return Promise.resolve();
  return new Promise((resolve) => {
    // A browser keeps its connection after an answer, in case there is more to ask.
    const timer = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearInterval(timer);
      resolve();
    });
  });
}
