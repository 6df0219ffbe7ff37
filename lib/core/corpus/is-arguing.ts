import type { CorpusAnnotation } from './corpus';

/** Whether an annotation states, supports or opposes one of these cards, by id, rather than mention it. */
export const isArguing = ({ cards }: Pick<CorpusAnnotation, 'cards'>, those: ReadonlySet<string>): boolean =>
  cards.some(({ id, role }) => role !== 'mentions' && those.has(id));
