import type { Incoherence } from '@/lib/core/crux/joint-belief';

const whole = (percent: number) => `${Math.round(percent)} %`;

/** Why somebody's numbers cannot all hold, and what they can do about it. */
export function incoherenceWords(explanation: Incoherence, names: { crux: string; target: string }): string {
  if (explanation.because === 'mixture') {
    const { crux, stated, implied } = explanation;
    return (
      `You hold ${names.crux} to be ${whole(crux)} likely. With your two numbers that makes ${names.target} ${whole(implied)} likely, ` +
      `but there you answered ${whole(stated)}. Change one of the numbers here, or your answer on one of the cards.`
    );
  }
  const { answer, given, least, most } = explanation;
  const side = `if ${names.crux} is ${answer === 'ifTrue' ? 'true' : 'false'}`;
  return (
    `You said ${whole(given)} ${side}. With your answers on both cards, ` +
    `it can only lie between ${whole(least)} and ${whole(most)}.`
  );
}
