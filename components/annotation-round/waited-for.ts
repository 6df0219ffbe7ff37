import type { AnnotationRound } from '@/lib/core/api/annotation-rounds';

type Standing = Pick<AnnotationRound, 'awaited' | 'reveals' | 'revealWhenAllDone'>;

/** What somebody who still reads alone is asked to do. */
export const askedFor = ({ revealWhenAllDone }: Pick<Standing, 'revealWhenAllDone'>): string =>
  `Say so when you have marked what you see.${revealWhenAllDone ? ' When all are done, everything is shown.' : ''}`;

/** What has to happen before somebody who is done sees what others marked; who leads rounds need not wait for it. */
export function waitedFor({ awaited, reveals, revealWhenAllDone }: Standing, leads: boolean): string {
  const others = awaited === 1 ? 'one other person' : `${awaited} others`;
  const day = reveals !== null && 'the day of the reveal';
  const all = revealWhenAllDone && awaited > 0 && `${others} to be done`;
  const whom = [all, day].filter(Boolean).join(' or ') || 'a moderator to reveal it';
  const early = leads ? ' As a moderator, you may reveal it earlier.' : '';
  return `You are done. Now the round waits for ${whom}; then you see what others marked. You may go on marking until then.${early}`;
}
