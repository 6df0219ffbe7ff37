'use client';

import { useEffect, useState } from 'react';
import { hearOwn } from './own-frames';
import { carriersChanged, hasSignedOut, isCarried, signedIn, signedOut, streamBroke } from './session';
import { stream } from './stream';

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
  let isOut = false;
  const line = stream({
    address: () => (isCarried() || isOut ? null : '/api/v1/me/events'),
    listen: hearOwn,
    opened() {},
    broke: () => dispatchEvent(new Event(streamBroke)),
  });
  const settle = (out: boolean) => () => {
    isOut = out;
    line.reopen();
  };
  const leaving = new AbortController();
  addEventListener(carriersChanged, line.reopen, leaving);
  addEventListener(signedOut, settle(true), leaving);
  addEventListener(signedIn, settle(false), leaving);
  // After the rest of the page, which may bring it.
  const begin = setTimeout(line.open);
  return () => {
    clearTimeout(begin);
    leaving.abort();
    line.stop();
  };
}
