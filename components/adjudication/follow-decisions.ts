import { hearOwn } from '@/components/live/own-frames';
import { carry, streamBroke } from '@/components/live/session';
import { stream } from '@/components/live/stream';

/**
 * Tells of what others decide about an essay since the page was loaded, or that all is to be fetched afresh. The same
 * stream keeps the bell true. Returns how to stop.
 */
export function followDecisions(
  { group, essay }: { group: string; essay: string },
  from: string,
  tell: () => void,
): () => void {
  let cursor = from;
  const path = `/api/v1/groups/${encodeURIComponent(group)}/essays/${encodeURIComponent(essay)}/events`;
  const line = stream({
    address: () => `${path}?${new URLSearchParams({ cursor })}`,
    listen(source, isAgain) {
      const move = ({ lastEventId }: MessageEvent<string>) => {
        if (lastEventId) cursor = lastEventId;
      };
      source.addEventListener('annotation', move);
      for (const kind of ['adjudication', 'resync'])
        source.addEventListener(kind, (event) => {
          move(event);
          tell();
        });
      hearOwn(source, isAgain);
    },
    opened(failures) {
      if (failures > 0) dispatchEvent(new Event(streamBroke));
    },
    broke: () => dispatchEvent(new Event(streamBroke)),
  });
  const drop = carry();
  line.open();
  return () => {
    line.stop();
    drop();
  };
}
