import type { AnnotationRound } from '@/lib/core/api/annotation-rounds';

type Standing = Pick<AnnotationRound, 'people' | 'done' | 'reveals' | 'revealWhenAllDone'>;

/** What somebody who still reads alone is asked to do. */
export const askedFor = ({ revealWhenAllDone }: Standing): string =>
  `Say so when you have marked what you see.${revealWhenAllDone ? ' When all are done, everything is shown.' : ''}`;

/** What has to happen before somebody who is done sees what others marked. */
export function waitedFor({ people, done, reveals, revealWhenAllDone }: Standing): string {
  const rest = people - done;
  const others = rest === 1 ? 'one other person' : `${rest} others`;
  const day = reveals !== null && 'the day of the reveal';
  const all = revealWhenAllDone && rest > 0 && `${others} to be done`;
  const whom = [all, day].filter(Boolean).join(' or ') || 'a moderator to reveal it';
  return `You are done. Now the round waits for ${whom}; then you see what others marked. You may go on marking until then.`;
}
