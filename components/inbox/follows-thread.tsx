import { useDesk } from '@/components/annotation/desk';
import { useReaderStore } from '@/components/reader/reader-store';
import type { Annotation } from '@/lib/core/annotation/annotation';
import { takesPart } from '@/lib/core/annotation/takes-part';
import { setFollowing, type Thing, useFollows } from './follow-row';

/** Says below a thread that one hears of what is written in it, with a way to stop that. */
export function FollowsThread({ annotation }: { annotation: Annotation }) {
  const desk = useDesk();
  const viewer = useReaderStore().reading.viewer?.id ?? null;
  const thing: Thing = { kind: 'thread', subject: annotation.id };
  const follows = useFollows(desk, thing, takesPart(annotation, viewer));
  if (!follows) return null;
  return (
    <p className="note-follows">
      You follow this thread.
      <button type="button" onClick={() => void setFollowing(desk, thing, false)}>
        Unfollow
      </button>
    </p>
  );
}
