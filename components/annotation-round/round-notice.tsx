import { CommentView } from '@/components/annotation/comment-view';
import { buttonClass } from '@/components/ui/button';
import { ScrollBox } from '@/components/ui/scroll-box';
import type { AnnotationRound } from '@/lib/core/api/annotation-rounds';
import { standingComment } from '@/lib/core/corpus/standing-comment';
import { DoneReading } from './done-reading';
import { AnnotationRoundState } from './round-state';

interface Props {
  /** Slugs. */
  place: { group: string; essay: string };
  round: AnnotationRound;
  /** They may reveal it. */
  leads: boolean;
}

/** What a reader should know of the round in the essay before them. */
export function RoundNotice({ place, round, leads }: Props) {
  const path = `/g/${place.group}/${place.essay}/rounds/${round.id}`;
  if (round.state === 'alone' && round.mine === null) return <BeingRead path={path} round={round} />;
  const isAlone = round.state === 'alone';
  const [head, said] = !isAlone
    ? [
        'This was read blind.',
        'Talk about what is contested first; change your own marks where you think otherwise now.',
      ]
    : round.mine
      ? ['You have read this alone.', 'Others’ marks are still hidden from you, and yours from them.']
      : ['You are reading alone.', 'Others’ marks are hidden from you, and yours from them.'];
  return (
    <aside aria-label={round.title} className="reader-round">
      <p>
        <strong>{head}</strong> {said}
      </p>
      <AnnotationRoundState round={round} />
      {isAlone && round.guideline !== '' && (
        <details open={!round.mine}>
          <summary className="min-h-9 py-2 pointer-coarse:min-h-11">Guideline</summary>
          <ScrollBox label="Guideline" className="max-h-60 overflow-y-auto">
            <CommentView document={standingComment(round.guideline)} />
          </ScrollBox>
        </details>
      )}
      {isAlone && <DoneReading place={place} round={round} leads={leads} />}
      <p className="mt-1">
        <a
          href={path}
          className={
            isAlone
              ? 'inline-flex min-h-9 items-center underline pointer-coarse:min-h-11'
              : buttonClass('outline', 'sm')
          }
        >
          {isAlone ? 'Who reads, and until when' : 'Agreement before and after'}
        </a>
      </p>
    </aside>
  );
}

/** For whoever leads rounds, of one that did not ask them. */
function BeingRead({
  path,
  round: { title, people, done, awaited },
}: {
  path: string;
  round: AnnotationRound;
}) {
  return (
    <aside aria-label={title} className="reader-round">
      <p>
        {people} {people === 1 ? 'person reads' : 'people read'} this alone: {done} done, {awaited} awaited.{' '}
        <a href={path} className="inline-flex min-h-9 items-center underline pointer-coarse:min-h-11">
          See how far they are, or reveal it
        </a>
      </p>
    </aside>
  );
}
