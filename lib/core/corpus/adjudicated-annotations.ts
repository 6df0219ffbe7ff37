import type { CorpusAdjudication, CorpusAnnotation, CorpusPerson } from './corpus';

/** The adjudicated layer where a format has one layer for each person. Its id is of nobody. */
export const adjudicatedLayer: CorpusPerson = {
  id: '00000000-0000-8000-8000-00000000ad0c',
  name: 'Adjudicated',
  pseudonymous: true,
};

/** What a decision left standing, as annotations of the adjudicated layer; the reason is their comment. */
export const adjudicatedAnnotations = ({ marks, reason, created }: CorpusAdjudication): CorpusAnnotation[] =>
  marks.map((mark) => ({
    ...mark,
    kind: 'annotation',
    person: adjudicatedLayer,
    comment: reason || null,
    visibility: 'group',
    held: null,
    resolved: null,
    created,
    modified: null,
    reactions: [],
    cards: [],
    replies: [],
    anchor: { state: 'anchored', method: 'exact', confidence: 1 },
  }));
