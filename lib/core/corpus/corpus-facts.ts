import type { CorpusAnnotation, CorpusDocument, CorpusPerson, CorpusRecord } from './corpus';

/** A text as a data card lists it. */
export type TextFacts = Pick<
  CorpusDocument,
  'slug' | 'number' | 'title' | 'authors' | 'url' | 'licence' | 'language' | 'annotations'
> & {
  /** Its words may be passed on, so they come. */
  comes: boolean;
};

/** What a data card tells of a corpus besides how much of each there is. */
export interface CorpusFacts {
  texts: TextFacts[];
  /** Annotations by tag, those without one under "". */
  tags: Record<string, number>;
  /** Who wrote any of it, and how many of them stand there by name. */
  people: number;
  named: number;
  /** Who marked something, rather than answer or decide. */
  annotators: number;
  /** Of annotations; null without any. */
  first: string | null;
  last: string | null;
}

/** Counts while records go by. Memory: texts and people. */
export function corpusFacts() {
  const people = new Map<string, boolean>();
  const annotators = new Set<string>();
  const facts = { texts: [], tags: {}, first: null, last: null } as Omit<
    CorpusFacts,
    'people' | 'named' | 'annotators'
  >;
  const meet = (person: CorpusPerson | null | undefined) => {
    if (person) people.set(person.id, person.pseudonymous);
  };
  const annotation = ({ person, tags, created, replies, reactions }: CorpusAnnotation) => {
    meet(person);
    annotators.add(person.id);
    for (const reply of replies) meet(reply.words?.person);
    for (const reaction of reactions) meet(reaction.person);
    for (const tag of tags.length > 0 ? tags : ['']) facts.tags[tag] = (facts.tags[tag] ?? 0) + 1;
    if (facts.first === null || created < facts.first) facts.first = created;
    if (facts.last === null || created > facts.last) facts.last = created;
  };
  return {
    write(record: CorpusRecord): void {
      if (record.kind === 'annotation') annotation(record);
      else if (record.kind === 'document') facts.texts.push(textFacts(record));
      else if (record.kind === 'coverage') for (const { person } of record.checks) meet(person);
      else if (record.kind === 'adjudication') meet(record.person);
      else
        for (const { person } of [record, ...record.relations, ...record.positions, ...record.beliefs])
          meet(person);
    },
    end: (): CorpusFacts => ({
      ...facts,
      people: people.size,
      annotators: annotators.size,
      named: [...people.values()].filter((pseudonymous) => !pseudonymous).length,
    }),
  };
}

const textFacts = ({ text, ...document }: CorpusDocument): TextFacts => {
  const { slug, number, title, authors, url, licence, language, annotations } = document;
  return { slug, number, title, authors, url, licence, language, annotations, comes: text !== null };
};
