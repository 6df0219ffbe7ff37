import { CommentView } from '@/components/annotation/comment-view';
import { buttonClass } from '@/components/ui/button';
import type { AnnotationRound } from '@/lib/core/api/annotation-rounds';
import { standingComment } from '@/lib/core/corpus/standing-comment';
import { AnnotationRoundState } from './round-state';

interface Props {
  /** Of the list of rounds. */
  path: string;
  round: AnnotationRound;
}

/** What a reader should know of the round in the essay before them. */
export function RoundNotice({ path, round }: Props) {
  const isAlone = round.state === 'alone';
  return (
    <aside aria-label={round.title} className="reader-round">
      <p>
        <strong>{isAlone ? 'You are reading alone.' : 'This was read blind.'}</strong>{' '}
        {isAlone
          ? 'Others’ marks are hidden from you, and yours from them.'
          : 'Talk about what is contested first; change your own marks where you think otherwise now.'}
      </p>
      <AnnotationRoundState round={round} />
      {isAlone && round.guideline !== '' && (
        <details>
          <summary className="min-h-9 py-2 pointer-coarse:min-h-11">Guideline</summary>
          <CommentView document={standingComment(round.guideline)} />
        </details>
      )}
      <p className="mt-1">
        <a href={`${path}/${round.id}`} className={buttonClass('outline', 'sm')}>
          {isAlone ? (round.mine ? 'You are done' : 'I’m done') : 'Agreement before and after'}
        </a>
      </p>
    </aside>
  );
}
