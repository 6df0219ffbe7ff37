import { ApiError, api } from '@/components/api-client';
import { hearOwn } from './own-frames';
import { pauseBeforeReconnect } from './pause-before-reconnect';
import { carry, signedIn, signedOut, streamBroke } from './session';

/** What happened in a group; it never says what somebody believes. */
export interface GroupEvent {
  kind: string;
  change: string;
  /** Of what it is about. */
  id: string;
}

interface Followed {
  /** Slug. */
  group: string;
  about: keyof typeof kinds;
  /** Where the page's own data stands. */
  from: string;
}

/** Events of each matter, by the names of their frames. */
const kinds = {
  group: ['group', 'essay', 'member', 'invitation', 'tag'],
  cards: ['card', 'round'],
};

/**
 * Tells of what happens in a group since the page was loaded; null: so much that the server did not say what. A tab that
 * nobody looks at has no stream, and hears what it missed when it is looked at. The same stream keeps the bell true.
 * Returns how to stop.
 */
export function followGroup(
  { group, about, from }: Followed,
  tell: (event: GroupEvent | null) => void,
): () => void {
  let cursor = from;
  let failures = 0;
  let isOut = false;
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open() {
    if (source || isOut || document.visibilityState === 'hidden') return;
    const query = new URLSearchParams({ about, cursor });
    source = new EventSource(`/api/v1/groups/${encodeURIComponent(group)}/events?${query}`);
    source.onopen = () => {
      failures = 0;
    };
    source.onerror = () => {
      close();
      failures++;
      timer = setTimeout(open, pauseBeforeReconnect(failures, Math.random()));
      dispatchEvent(new Event(streamBroke));
      if (failures === 2) void isRefused(group).then((isSo) => isSo && !isOut && tell(null));
    };
    const hear = ({ data, lastEventId }: MessageEvent<string>) => {
      cursor = lastEventId;
      tell(JSON.parse(data));
    };
    for (const kind of kinds[about]) source.addEventListener(kind, hear);
    hearOwn(source);
    source.addEventListener('resync', ({ lastEventId }) => {
      cursor = lastEventId;
      tell(null);
    });
  }

  function close() {
    clearTimeout(timer);
    source?.close();
    source = null;
  }

  const look = () => (document.visibilityState === 'visible' ? open() : close());
  const reopen = () => {
    close();
    open();
  };
  const settle = (out: boolean) => () => {
    isOut = out;
    reopen();
  };
  const drop = carry();
  open();
  const leaving = new AbortController();
  document.addEventListener('visibilitychange', look, leaving);
  addEventListener('online', reopen, leaving);
  addEventListener(signedOut, settle(true), leaving);
  addEventListener(signedIn, settle(false), leaving);
  return () => {
    close();
    drop();
    leaving.abort();
  };
}

/** A stream does not say why it ended. Who may not read here any more sees that when the page is shown anew. */
async function isRefused(group: string): Promise<boolean> {
  const answer = api('GET /groups/{group}', { params: { group } }).then(() => false);
  return answer.catch((error) => error instanceof ApiError && error.status === 404);
}
