'use client';

import { useEffect, useState } from 'react';
import { hearOwn } from './own-frames';
import { pauseBeforeReconnect } from './pause-before-reconnect';
import { carriersChanged, hasSignedOut, isCarried, signedIn, signedOut, streamBroke } from './session';

/**
 * Keeps the number at the bell true while somebody looks at the page, with a stream of its own where no other brings it;
 * and says so when they are signed out. What they have typed stays before them.
 */
export function WatchInbox() {
  const [isOut, setOut] = useState(false);
  useEffect(() => {
    const watch = watchSession(setOut);
    const stream = ownStream();
    return () => {
      watch();
      stream();
    };
  }, []);
  return (
    <div role="status" className="absolute">
      {isOut && (
        <p className="fixed inset-x-4 bottom-4 z-50 mx-auto flex w-fit max-w-lg items-center gap-3 rounded-lg bg-ink py-1 ps-4 pe-1 text-paper text-sm shadow-raised forced-colors:border">
          You are signed out. What you typed here stays.
          <a
            href="/sign-in"
            target="_blank"
            rel="noreferrer"
            className="flex min-h-9 items-center rounded-md px-3 font-semibold underline pointer-coarse:min-h-11"
          >
            Sign in
          </a>
        </p>
      )}
    </div>
  );
}

/** Asks after the session when a stream breaks, and once it has ended whenever the page is looked at again. */
function watchSession(show: (isOut: boolean) => void): () => void {
  let isOut = false;
  const ask = async () => {
    const was = isOut;
    isOut = await hasSignedOut();
    if (isOut === was) return;
    show(isOut);
    dispatchEvent(new Event(isOut ? signedOut : signedIn));
  };
  const look = () => void (isOut && document.visibilityState === 'visible' && ask());
  const leaving = new AbortController();
  addEventListener(streamBroke, ask, leaving);
  addEventListener('focus', look, leaving);
  document.addEventListener('visibilitychange', look, leaving);
  return () => leaving.abort();
}

function ownStream(): () => void {
  let failures = 0;
  let isOut = false;
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const open = () => {
    if (source) return;
    source = new EventSource('/api/v1/me/events');
    source.onopen = () => {
      failures = 0;
    };
    hearOwn(source);
    source.onerror = () => {
      close();
      timer = setTimeout(look, pauseBeforeReconnect(++failures, Math.random()));
      dispatchEvent(new Event(streamBroke));
    };
  };
  const look = () => (document.visibilityState === 'visible' && !isCarried() && !isOut ? open() : close());
  const settle = (out: boolean) => () => {
    isOut = out;
    look();
  };
  const leaving = new AbortController();
  document.addEventListener('visibilitychange', look, leaving);
  addEventListener(carriersChanged, look, leaving);
  addEventListener(signedOut, settle(true), leaving);
  addEventListener(signedIn, settle(false), leaving);
  // After the rest of the page, which may bring it.
  timer = setTimeout(look);
  return () => {
    leaving.abort();
    close();
  };
}
