import { ApiError, api } from '@/components/api-client';
import { hearOwn } from './own-frames';
import { carry, signedIn, signedOut, streamBroke } from './session';
import { stream } from './stream';

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
  let isOut = false;
  const line = stream({
    address: () =>
      isOut
        ? null
        : `/api/v1/groups/${encodeURIComponent(group)}/events?${new URLSearchParams({ about, cursor })}`,
    listen(source, isAgain) {
      const hear = ({ data, lastEventId }: MessageEvent<string>) => {
        cursor = lastEventId;
        tell(JSON.parse(data));
      };
      for (const kind of kinds[about]) source.addEventListener(kind, hear);
      hearOwn(source, isAgain);
      source.addEventListener('resync', ({ lastEventId }) => {
        cursor = lastEventId;
        tell(null);
      });
    },
    opened(failures) {
      // Meanwhile the session may have ended: a visitor's stream opens as well.
      if (failures > 0) dispatchEvent(new Event(streamBroke));
    },
    broke(failures) {
      dispatchEvent(new Event(streamBroke));
      if (failures > 1) void isRefused(group).then((isSo) => isSo && !isOut && tell(null));
    },
  });
  const settle = (out: boolean) => () => {
    isOut = out;
    line.reopen();
  };
  const drop = carry();
  line.open();
  const leaving = new AbortController();
  addEventListener(signedOut, settle(true), leaving);
  addEventListener(signedIn, settle(false), leaving);
  return () => {
    line.stop();
    drop();
    leaving.abort();
  };
}

/** A stream does not say why it ended. Who may not read here any more sees that when the page is shown anew. */
async function isRefused(group: string): Promise<boolean> {
  const answer = api('GET /groups/{group}', { params: { group } }).then(() => false);
  return answer.catch((error) => error instanceof ApiError && error.status === 404);
}
