import { readingKey } from './adjudication-cases';
import type { Decision, KeptMark } from './decisions-in-force';

/** What became of one mark: as it was, otherwise, or not at all. */
export const fates = ['kept', 'changed', 'not kept'] as const;
export type Fate = (typeof fates)[number];

/** Of a mark as it was when it was decided on. */
export function fateOf({ verdict, marks }: Pick<Decision, 'verdict' | 'marks'>, mark: KeptMark): Fate {
  const key = readingKey(mark);
  if (marks.some((standing) => readingKey(standing) === key)) return 'kept';
  return verdict === 'change' ? 'changed' : 'not kept';
}
