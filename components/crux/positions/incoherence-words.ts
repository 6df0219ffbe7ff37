import type { Incoherence } from '@/lib/core/crux/joint-belief';

const whole = (percent: number) => `${Math.round(percent)} %`;

/** Why somebody's numbers cannot all hold, and what they can do about it. */
export function incoherenceWords(explanation: Incoherence): string {
  if (explanation.because === 'mixture') {
    const { stated, implied } = explanation;
    const way = implied > stated ? 'lower' : 'raise';
    return (
      `Weighed by how likely you hold the crux, your two numbers make the other card ${whole(implied)} likely, ` +
      `but there you answered ${whole(stated)}. ` +
      `Either ${way} one of the two numbers here, or change your answer on one of the cards.`
    );
  }
  const { answer, given, least, most } = explanation;
  const side = answer === 'ifTrue' ? 'if the crux is true' : 'if the crux is false';
  return (
    `You said ${whole(given)} ${side}. With your answers on both cards, ` +
    `it can only lie between ${whole(least)} and ${whole(most)}.`
  );
}
