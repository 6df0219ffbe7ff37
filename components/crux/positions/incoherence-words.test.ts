import { expect, test } from 'vitest';
import type { ConditionalAnswers, Incoherence } from '@/lib/core/crux/joint-belief';
import { readBelief } from '@/lib/core/crux/joint-belief';
import { incoherenceWords } from './incoherence-words';

function explanationOf(answers: Partial<ConditionalAnswers>): Incoherence {
  const none = { target: null, crux: null, ifTrue: null, ifFalse: null, strength: null };
  const reading = readBelief({ ...none, ...answers });
  if (reading.kind !== 'incoherent') throw new Error(`It is ${reading.kind}`);
  return reading.explanation;
}

test.each([
  [
    'two numbers that make too much',
    { crux: 50, target: 20, ifTrue: 90, ifFalse: 50 },
    ['“Bees mourn.” to be 50 %', 'this card 70 %', '20 %'],
  ],
  [
    'two numbers that make too little',
    { crux: 50, target: 80, ifTrue: 40, ifFalse: 20 },
    ['50 %', '30 %', '80 %'],
  ],
  [
    'one number out of bounds',
    { crux: 90, target: 10, ifTrue: 50 },
    ['50 %', '0 %', '11 %', 'if “Bees mourn.” is true'],
  ],
])('%s come back with their numbers', (_, answers, said) => {
  const words = incoherenceWords(explanationOf(answers), { crux: '“Bees mourn.”', target: 'this card' });
  for (const one of said) expect(words).toContain(one);
});
