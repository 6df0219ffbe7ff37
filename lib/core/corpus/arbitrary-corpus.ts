import fc from 'fast-check';
import { arbitraryDocument } from '@/lib/core/essay/arbitrary-document';
import type { EssayDocument } from '@/lib/core/essay/document';
import { plainText } from '@/lib/core/essay/plain-text';
import { type CardSeed, cardSeed, cardsOf, type Link } from './arbitrary-corpus-cards';
import { arbitraryPerson, arbitraryRole, arbitraryTime, arbitraryWords } from './arbitrary-corpus-parts';
import type {
  CorpusAdjudication,
  CorpusAnnotation,
  CorpusDocument,
  CorpusRecord,
  CorpusReply,
} from './corpus';
import { at } from './corpus-names.fixture';
import { type CountedText, corpusPassage, corpusRange, countedText } from './corpus-range';

/** Random corpora for property tests, as an export would read them: in its order, with everything that a record can say. */
export const arbitraryCorpus = (): fc.Arbitrary<CorpusRecord[]> =>
  fc
    .record({
      ids: fc.uniqueArray(fc.uuid({ version: 7 }), { minLength: 90, maxLength: 90 }),
      texts: fc.array(textSeed, { maxLength: 2 }),
      cards: fc.array(cardSeed, { maxLength: 3 }),
      links: fc.array(fc.record({ card: fc.nat(), annotation: fc.nat(), role: arbitraryRole }), {
        maxLength: 4,
      }),
    })
    .map(corpusOf);

const replySeed = fc.record({
  person: fc.option(arbitraryPerson),
  comment: arbitraryWords,
  parent: fc.nat(),
  edited: fc.boolean(),
  held: fc.constantFrom(null, 'hidden' as const),
  liked: fc.option(arbitraryPerson),
});

const markSeed = fc.record({
  start: fc.nat(),
  length: fc.nat(60),
  person: arbitraryPerson,
  tags: fc.subarray(['claim', 'crux', 'failure-mode']),
  comment: fc.option(arbitraryWords),
  visibility: fc.constantFrom('group' as const, 'private' as const),
  held: fc.constantFrom(null, 'pending' as const),
  resolved: fc.option(fc.record({ person: fc.option(arbitraryPerson), at: arbitraryTime })),
  created: arbitraryTime,
  edited: fc.boolean(),
  liked: fc.option(arbitraryPerson),
  via: fc.option(fc.webUrl(), { nil: undefined }),
  replies: fc.array(replySeed, { maxLength: 3 }),
});

const textSeed = fc.record({
  document: arbitraryDocument().filter((document) => plainText(document).length > 2),
  withheld: fc.boolean(),
  title: arbitraryWords.filter((title) => title !== ''),
  url: fc.option(fc.webUrl()),
  licence: fc.constantFrom(null, 'CC BY 4.0'),
  marks: fc.array(markSeed, { maxLength: 4 }),
  check: fc.option(arbitraryPerson),
  verdict: fc.option(
    fc.constantFrom('accept' as const, 'change' as const, 'reject' as const, 'plural' as const),
  ),
});

interface Seeds {
  ids: readonly string[];
  texts: readonly (typeof textSeed extends fc.Arbitrary<infer T> ? T : never)[];
  cards: readonly CardSeed[];
  links: readonly { card: number; annotation: number; role: Link['role'] }[];
}

function corpusOf({ ids, texts, cards, links }: Seeds): CorpusRecord[] {
  const free = ids.values();
  const next = () => free.next().value as string;
  const cardIds = cards.map(next);
  const documents = texts.map((seed, i) => documentOf(seed, i, next));
  const marks = documents.flatMap(({ annotations }) => annotations);
  const joined = new Map<string, Link>();
  if (cards.length > 0 && marks.length > 0)
    for (const { card, annotation, role } of links) {
      const of = { card: card % cards.length, annotation: marks[annotation % marks.length]!.id, role };
      joined.set(`${of.card} ${of.annotation} ${role}`, of);
    }
  const all = [...joined.values()];
  const cardsOfMark = (id: string) =>
    cardIds.flatMap((card, i) =>
      all
        .filter((link) => link.card === i && link.annotation === id)
        .map(({ role }) => ({ id: card, number: i + 1, role })),
    );
  return [
    ...cardsOf(cards, { ids: cardIds, links: all, next }),
    ...documents.flatMap(({ document, annotations, decisions, coverage }) => [
      document,
      ...annotations.map((one) => ({ ...one, cards: cardsOfMark(one.id) })),
      ...decisions,
      ...coverage,
    ]),
  ];
}

type TextSeed = Seeds['texts'][number];

function documentOf(
  { document: structure, withheld, marks, check, verdict, ...seed }: TextSeed,
  i: number,
  next: () => string,
) {
  const text = countedText(plainText(structure));
  const annotations = marks
    .map((mark) => annotationOf(mark, text, next))
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
  const { title, url, licence } = seed;
  const document: CorpusDocument = {
    kind: 'document',
    id: next(),
    essay: next(),
    slug: `文-${i}`,
    number: i + 1,
    title,
    url,
    licence,
    authors: ['R. Müller'],
    language: 'en',
    sha256: `${i}`.repeat(64),
    created: at(0),
    text: withheld ? null : text.text,
    structure: withheld ? null : tidy(structure),
    annotations: annotations.length,
  };
  const range = corpusRange(text, { start: 0, end: text.text.length });
  const checks = check ? [{ ...range, tag: 'crux', person: check, created: at(40) }] : [];
  const [decided] = annotations;
  const decisions: CorpusAdjudication[] =
    verdict && decided ? [{ ...decisionOn(decided, verdict, next()), id: next(), person: check }] : [];
  return { document, annotations, decisions, coverage: check ? [{ kind: 'coverage' as const, checks }] : [] };
}

function decisionOn(
  { id, tags, start, end, startPoint, endPoint, quote, prefix, suffix }: CorpusAnnotation,
  verdict: CorpusAdjudication['verdict'],
  other: string,
): Omit<CorpusAdjudication, 'id' | 'person'> {
  const mark = { id, tags, start, end, startPoint, endPoint, quote, prefix, suffix };
  const both = [mark, { ...mark, id: other, tags: ['claim', 'crux'] }];
  const marks = { accept: [mark], change: [mark], reject: [], plural: both }[verdict];
  return {
    kind: 'adjudication',
    verdict,
    reason: 'Both said so.',
    created: at(45),
    annotations: [id],
    marks,
  };
}

/** As it is after a database. */
const tidy = (document: EssayDocument): EssayDocument => JSON.parse(JSON.stringify(document));

function annotationOf(
  { start: from, length, replies, edited, liked, via, ...seed }: TextSeed['marks'][number],
  text: CountedText,
  next: () => string,
): CorpusAnnotation {
  const { points } = text;
  const start = from % points.length;
  const end = Math.min(points.length, start + 1 + length);
  const ids = replies.map(next);
  return {
    kind: 'annotation',
    id: next(),
    ...seed,
    cards: [],
    ...corpusPassage(text, { start: points.toUtf16(start), end: points.toUtf16(end) }),
    modified: edited ? at(59) : null,
    ...(edited && { created: at(1) }),
    ...(via !== undefined && { via: [via] }),
    anchor: { state: 'anchored', method: 'exact', confidence: 1 },
    reactions: liked ? [{ kind: 'agree', person: liked }] : [],
    replies: replies.map(({ person, comment, parent, edited, held, liked }, i): CorpusReply => {
      const words = person && { person, comment, modified: edited ? at(59) : null };
      return {
        id: ids[i]!,
        parent: i === 0 || parent % 2 === 0 ? null : ids[parent % i]!,
        words,
        held: words && held,
        created: at(20 + i),
        reactions: words && liked ? [{ kind: 'helpful', person: liked }] : [],
      };
    }),
  };
}
