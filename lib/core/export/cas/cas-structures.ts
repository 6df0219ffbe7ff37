import type { CorpusAnnotation, CorpusDocument, CorpusPerson } from '@/lib/core/corpus/corpus';
import type { CasType } from './cas-types';

/** An annotation of the CAS, end exclusive, in UTF-16 code units. Features without a value are not written. */
export interface CasStructure {
  type: CasType | 'uima.tcas.DocumentAnnotation';
  begin: number;
  end: number;
  features: Readonly<Record<string, string | null>>;
}

/** What stands over the whole text. */
export function textStructures(document: CorpusDocument & { text: string }): CasStructure[] {
  const { id: identifier, title, url, licence, language } = document;
  const all = { begin: 0, end: document.text.length };
  const authors = document.authors.join('; ') || null;
  return [
    { type: 'uima.tcas.DocumentAnnotation', ...all, features: { language } },
    { type: 'cruxbook.type.Source', ...all, features: { identifier, title, authors, url, licence } },
  ];
}

/** An annotation with its cards and its thread, all over the same stretch. */
export function markStructures(
  annotation: CorpusAnnotation,
  statements: ReadonlyMap<string, string>,
): CasStructure[] {
  const { id: mark, start: begin, end, comment, created, modified, person } = annotation;
  const over = (type: CasType, features: CasStructure['features']): CasStructure => ({
    type,
    begin,
    end,
    features,
  });
  const labels = annotation.tags.length > 0 ? annotation.tags : [null];
  return [
    ...labels.map((label) =>
      over('cruxbook.type.Mark', {
        identifier: mark,
        label,
        ...annotator(person),
        comment,
        created,
        modified,
      }),
    ),
    ...annotation.cards.map(({ id, number, role }) =>
      over('cruxbook.type.CardLink', {
        mark,
        card: String(number),
        role,
        statement: statements.get(id) ?? null,
      }),
    ),
    ...annotation.replies.map(({ id: identifier, parent, words, created }) =>
      over('cruxbook.type.Reply', {
        identifier,
        mark,
        parent: parent ?? mark,
        ...(words ? { ...annotator(words.person), comment: words.comment } : {}),
        created,
      }),
    ),
  ];
}

const annotator = ({ id, name }: CorpusPerson) => ({ annotator: name, annotatorId: id });
