import { shortQuote } from '@/lib/core/annotation/short-quote';
import type {
  CorpusAnnotation,
  CorpusCard,
  CorpusDocument,
  CorpusHead,
  CorpusRecord,
} from '@/lib/core/corpus/corpus';
import { standingComment } from '@/lib/core/corpus/standing-comment';
import { commentToText } from '@/lib/core/essay/comment-document';
import { type CardChange, changedCards } from './changed-cards';
import { type ChangedWord, changedWords } from './changed-words';
import { fingerprint } from './fingerprint';

/** What may have become of an annotation between two releases. */
export const annotationChanges = [
  'added',
  'removed',
  'retagged',
  're-anchored', // other words, another version, or another confidence
  'reworded', // its comment
  'discussed', // its thread, or whether it is resolved
] as const;
export type AnnotationChange = (typeof annotationChanges)[number];

export interface ChangedAnnotation {
  id: string;
  changes: AnnotationChange[];
  /** Title of the text. */
  text: string;
  /** Slug of its essay when it was frozen. */
  essay: string;
  essayId: string;
  person: string;
  quote: string;
  /** Where it was re-anchored to other words. */
  quoteBefore: string | null;
  /** Plain text. */
  comment: string | null;
  /** Where it was reworded, and had one; perhaps only its formatting changed. */
  commentBefore: string | null;
  tags: readonly string[];
  /** Where it was retagged. */
  tagsBefore: readonly string[] | null;
  /** Where it was discussed: the first answers since the earlier release was frozen, as plain text, and how many more there are. */
  answers: { id: string; person: string; words: string }[];
  moreAnswers: number;
}

export interface ChangedText {
  change: 'added' | 'removed';
  title: string;
  /** Of the version. */
  number: number;
}

export interface ReleaseDiff {
  /** How many of each; one that changed in two ways counts for both. */
  counts: Record<AnnotationChange, number>;
  /** The first of them. */
  annotations: ChangedAnnotation[];
  cards: CardChange[];
  texts: ChangedText[];
  words: ChangedWord[];
  /** The guideline says something else. */
  guideline: boolean;
}

/**
 * What is kept of an annotation, by the million, in one short string: names of its place, its comment and its thread, then its
 * tags, with blanks between.
 */
type Traits = string;

/** What of a head is compared. */
type Frame = Pick<CorpusHead, 'tags' | 'guideline'>;

/**
 * What became of one release until another: give it all records of the one, then all of the other, then those of the first
 * again as long as it wants them, whose details nobody kept. `since`: when the first was frozen. `most`: annotations that are
 * described. Memory: some 200 bytes for each annotation.
 */
export function releaseDiff({ since, most }: { since: string; most: number }) {
  const known = new Map<string, Traits>();
  const cards = { before: [] as CorpusCard[], after: [] as CorpusCard[] };
  const texts = { before: [] as CorpusDocument[], after: [] as CorpusDocument[] };
  const annotations: ChangedAnnotation[] = [];
  const counts = Object.fromEntries(annotationChanges.map((change) => [change, 0])) as ReleaseDiff['counts'];
  let text: CorpusDocument | null = null;
  /** Of those that are left in `known`, how many came again. */
  let removed = 0;
  /** Described, and to be told with what they said before. */
  const waiting = new Map<string, ChangedAnnotation>();
  const describe = (annotation: CorpusAnnotation, changes: AnnotationChange[], before: Traits | null) => {
    if (annotations.length >= most) return;
    const { id, person, tags } = annotation;
    const described: ChangedAnnotation = {
      id,
      changes,
      text: text?.title ?? '',
      essay: text?.slug ?? '',
      essayId: text?.essay ?? '',
      person: person.name,
      tags: [...tags],
      ...wordsOf(annotation),
      quoteBefore: null,
      commentBefore: null,
      ...(changes.includes('discussed') ? answersSince(since, annotation) : { answers: [], moreAnswers: 0 }),
      tagsBefore: before && changes.includes('retagged') ? before.split(' ').slice(3) : null,
    };
    annotations.push(described);
    if (changes.includes('re-anchored') || changes.includes('reworded')) waiting.set(id, described);
  };
  const keep = (record: CorpusRecord, when: 'before' | 'after') => {
    if (record.kind === 'card') cards[when].push(record);
    else if (record.kind === 'document') {
      text = record;
      texts[when].push({ ...record, text: null, structure: null });
    }
  };
  return {
    before(record: CorpusRecord): void {
      keep(record, 'before');
      if (record.kind === 'annotation') known.set(record.id, traitsOf(record, text));
    },
    after(record: CorpusRecord): void {
      keep(record, 'after');
      if (record.kind !== 'annotation') return;
      const before = known.get(record.id) ?? null;
      known.delete(record.id);
      const changes: AnnotationChange[] = before ? changesOf(before, traitsOf(record, text)) : ['added'];
      for (const change of changes) counts[change] += 1;
      if (changes.length > 0) describe(record, changes, before);
    },
    /** After all of the other: whether the first has words that are still to be told. */
    wantsAgain: () => waiting.size > 0 || (removed < known.size && annotations.length < most),
    again(record: CorpusRecord): void {
      if (record.kind === 'document') text = record;
      if (record.kind !== 'annotation') return;
      const described = waiting.get(record.id);
      if (described) {
        waiting.delete(record.id);
        const { quote, comment } = wordsOf(record);
        if (quote !== described.quote) described.quoteBefore = quote;
        if (described.changes.includes('reworded')) described.commentBefore = comment;
      } else if (known.has(record.id)) {
        removed += 1;
        describe(record, ['removed'], null);
      }
    },
    end: (from: Frame, to: Frame): ReleaseDiff => ({
      counts: { ...counts, removed: known.size },
      annotations,
      cards: changedCards(cards),
      texts: changedTexts(texts),
      words: changedWords(from.tags, to.tags),
      guideline: from.guideline?.markdown !== to.guideline?.markdown,
    }),
  };
}

const wordsOf = ({ quote, comment }: CorpusAnnotation) => ({
  quote: shortQuote(quote),
  comment: comment === null ? null : plain(comment),
});

const plain = (markdown: string): string => commentToText(standingComment(markdown));

const mostAnswers = 3;

function answersSince(time: string, { replies }: CorpusAnnotation) {
  const since = replies.flatMap(({ id, created, words }) =>
    words && Date.parse(created) > Date.parse(time) ? [{ id, ...words }] : [],
  );
  const answers = since
    .slice(0, mostAnswers)
    .map(({ id, person, comment }) => ({ id, person: person.name, words: shortened(plain(comment)) }));
  return { answers, moreAnswers: since.length - answers.length };
}

const shortened = (words: string): string =>
  words.length > 300 ? `${words.slice(0, 300).replace(/[\ud800-\udbff]$/, '')}…` : words;

function traitsOf(annotation: CorpusAnnotation, text: CorpusDocument | null): Traits {
  const { tags, start, end, anchor, comment, replies, resolved } = annotation;
  return [
    fingerprint(`${text?.id} ${start} ${end} ${anchor.state} ${anchor.confidence}`),
    fingerprint(comment ?? ''),
    fingerprint(JSON.stringify([resolved?.at, ...replies.map(({ id, words }) => [id, words?.comment])])),
    ...tags,
  ].join(' ');
}

function changesOf(before: Traits, after: Traits): AnnotationChange[] {
  if (before === after) return [];
  const [place, words, thread, ...tags] = before.split(' ');
  const [placeNow, wordsNow, threadNow, ...tagsNow] = after.split(' ');
  return [
    ...(tags.join(' ') === tagsNow.join(' ') ? [] : (['retagged'] as const)),
    ...(place === placeNow ? [] : (['re-anchored'] as const)),
    ...(words === wordsNow ? [] : (['reworded'] as const)),
    ...(thread === threadNow ? [] : (['discussed'] as const)),
  ];
}

function changedTexts({ before, after }: Record<'before' | 'after', CorpusDocument[]>): ChangedText[] {
  const [old, now] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))];
  const all = (texts: CorpusDocument[], other: Set<string>, change: ChangedText['change']) =>
    texts.flatMap(({ id, title, number }) => (other.has(id) ? [] : [{ change, title, number }]));
  return [...all(after, old, 'added'), ...all(before, now, 'removed')];
}
