import { pauseBeforeReconnect } from './pause-before-reconnect';

/** A page nobody looks at keeps its stream for so long, in milliseconds. */
const UNSEEN = 1_000;
/**
 * Over HTTP/1.1 a browser has six connections to a site for all its windows, and each stream takes one for good. Windows
 * beyond the first four listen for a moment and rest, which loses nothing: a stream begins with what was missed.
 */
const MOST = 4;
const MOMENT = 2_000;
const REST = 20_000;

interface Wanted {
  /** Where to listen from here on; null: not now. */
  address: () => string | null;
  /** `isAgain`: there was a stream before, and what it does not resume was missed in between. */
  listen: (source: EventSource, isAgain: boolean) => void;
  /** After so many failures in a row. */
  opened: (failures: number) => void;
  broke: (failures: number) => void;
}

/** Keeps a stream of events open while somebody looks at the page. */
export function stream({ address, listen, opened, broke }: Wanted) {
  let source: EventSource | null = null;
  const share = sharing(() => source !== null);
  const leaving = new AbortController();
  let failures = 0;
  let isAgain = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open() {
    if (source || leaving.signal.aborted || document.visibilityState === 'hidden') return;
    const from = address();
    if (from === null) return;
    clearTimeout(timer);
    source = new EventSource(from);
    source.onopen = () => {
      opened(failures);
      failures = 0;
      isAgain = true;
      settle();
    };
    source.onerror = () => {
      close();
      failures++;
      timer = setTimeout(open, pauseBeforeReconnect(failures, Math.random()));
      broke(failures);
    };
    listen(source, isAgain);
    share.ask();
  }

  function close() {
    clearTimeout(timer);
    source?.close();
    source = null;
    share.holds = false;
  }

  function settle() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      share.holds ||= share.others() < MOST;
      if (share.holds) return;
      close();
      timer = setTimeout(open, REST);
    }, MOMENT);
  }

  const look = () => {
    clearTimeout(timer);
    if (document.visibilityState === 'hidden') timer = setTimeout(close, UNSEEN);
    else if (source) settle();
    else open();
  };
  const reopen = () => {
    close();
    open();
  };
  document.addEventListener('visibilitychange', look, leaving);
  addEventListener('online', reopen, leaving);
  return {
    open,
    close,
    reopen,
    stop() {
      close();
      share.leave();
      leaving.abort();
    },
  };
}

/**
 * Asks the other windows of this browser who has a stream, and answers them. Of those that want one at the same time, the
 * ones with the smallest numbers go first.
 */
function sharing(hasStream: () => boolean) {
  const windows = new BroadcastChannel('streams');
  const me = Math.random();
  const others = new Set<number>();
  const share = {
    holds: false,
    /** How many go before this window. */
    others: () => others.size,
    ask() {
      others.clear();
      windows.postMessage({ from: me, asks: true, holds: false });
    },
    leave: () => windows.close(),
  };
  windows.onmessage = ({ data: { from, asks, holds } }) => {
    if (holds || from < me) others.add(from);
    if (asks && hasStream()) windows.postMessage({ from: me, asks: false, holds: share.holds });
  };
  return share;
}
