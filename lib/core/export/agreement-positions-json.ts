import type { AgreementPositions } from '@/lib/core/api/agreement';

type Essay = AgreementPositions['essays'][number];

/** Up to where its texts begin; `]}` ends it. */
export const positionsJsonHead = (head: Omit<AgreementPositions, 'essays'>): string =>
  `${JSON.stringify(head).slice(0, -1)},"essays":[`;

/** One text, an annotator at a time. */
export function* positionsJson({ annotators, ...essay }: Essay): Generator<string> {
  yield `${JSON.stringify(essay).slice(0, -1)},"annotators":[`;
  for (const [i, annotator] of annotators.entries()) yield `${i > 0 ? ',' : ''}${JSON.stringify(annotator)}`;
  yield ']}';
}
