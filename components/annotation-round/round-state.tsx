import { When } from '@/components/crux/when';
import type { AnnotationRound } from '@/lib/core/api/annotation-rounds';

/** Where a round stands, in a line. */
export function AnnotationRoundState({ round }: { round: AnnotationRound }) {
  const { people, done, awaited } = round;
  const gone = round.state === 'alone' ? people - done - awaited : 0;
  return (
    <p className="text-ink-2 text-sm tabular-nums">
      <span className={round.state === 'alone' ? 'font-medium text-ink' : ''}>
        <Standing round={round} />
      </span>
      {`\u00a0· ${done} of ${people} ${round.ended === null ? 'are' : 'were'} done`}
      {gone > 0 && `, ${gone} ${gone === 1 ? 'is' : 'are'} waited for no more`}
    </p>
  );
}

function Standing({
  round: { state, opens, reveals, ended, endedBy, revealWhenAllDone },
}: {
  round: AnnotationRound;
}) {
  if (state === 'planned')
    return (
      <>
        Begins on <When at={opens} />
      </>
    );
  if (ended !== null)
    return (
      <>
        {state === 'cancelled' ? 'Cancelled' : 'Revealed'} on <When at={ended} />
        {endedBy && (
          <>
            {' '}
            by <bdi>{endedBy.name}</bdi>
          </>
        )}
      </>
    );
  if (reveals === null)
    return revealWhenAllDone ? 'Read alone until all are done' : 'Read alone until a moderator reveals it';
  return (
    <>
      Read alone until <When at={reveals} />
      {revealWhenAllDone && ' or all are done'}
    </>
  );
}
