import { hearOwn } from './own-frames';
import { carry, streamBroke } from './session';
import { stream } from './stream';

const kinds = ['annotation', 'adjudication', 'round'] as const;

interface Followed {
  /** Slugs. */
  place: { group: string; essay: string };
  /** Of its events. */
  about: Exclude<(typeof kinds)[number], 'annotation'>;
  /** Where the page's own data stands. */
  from: string;
}

/**
 * Tells of what was decided about an essay since the page was loaded, or of how its blind readings stand, or that all is to
 * be fetched afresh. The same stream keeps the bell true. Returns how to stop.
 */
export function followEssay(
  { place: { group, essay }, about, from }: Followed,
  tell: () => void,
): () => void {
  let cursor = from;
  const path = `/api/v1/groups/${encodeURIComponent(group)}/essays/${encodeURIComponent(essay)}/events`;
  const line = stream({
    address: () => `${path}?${new URLSearchParams({ cursor })}`,
    listen(source, isAgain) {
      for (const kind of [...kinds, 'resync'])
        source.addEventListener(kind, ({ lastEventId }) => {
          if (lastEventId) cursor = lastEventId;
          if (kind === about || kind === 'resync') tell();
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
