import { ApiError, api } from '@/components/api-client';

/** A stream does not say why it ended. Told to the window by whoever follows one in a page with a bell. */
export const streamBroke = 'stream-broke';

/** Told to the window when the session has ended, and when somebody is signed in again: streams rest in between. */
export const signedOut = 'signed-out';
export const signedIn = 'signed-in';

/** Whether the person whom the page was made for is signed in no more. Without an answer they still are. */
export const hasSignedOut = (): Promise<boolean> =>
  api('GET /me', {}).then(
    () => false,
    (error) => error instanceof ApiError && error.status === 401,
  );

let carriers = 0;

/** Told to the window when `isCarried` may have changed. */
export const carriersChanged = 'carriers-changed';

/** Whether another stream of this tab tells what is unread: browsers have few connections to one site. */
export const isCarried = (): boolean => carriers > 0;

/** Says that a stream does. Returns how to say that it no longer does. */
export function carry(): () => void {
  const count = (by: 1 | -1) => {
    carriers += by;
    dispatchEvent(new Event(carriersChanged));
  };
  count(1);
  return () => count(-1);
}
