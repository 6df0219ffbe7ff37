import type { CorpusAnnotation, CorpusCard } from '@/lib/core/corpus/corpus';
import { ExportChoice, type ExportPart } from '@/lib/core/corpus/export-choice';

/** What of a release is asked for, with what its names mean in it. */
export interface AskedOfRelease extends ExportChoice {
  /** Ids of users whose things are the viewer's own; none of visitors. */
  own: readonly string[];
  /** The same of `people`. */
  authors?: readonly string[] | undefined;
  /** What the one `essay` goes by: its id, or the slug that it had. */
  essays?: readonly string[] | undefined;
}

/** All that everybody may see of it. */
export const allOfRelease: AskedOfRelease = { ...ExportChoice.parse({}), own: [] };

export const asksFor = ({ parts }: ExportChoice, part: ExportPart): boolean => parts.includes(part);

/** Whether marks are chosen by anything but whose they are: then only cards come that are met in one of them. */
export const choosesMarks = ({ essay, q, tags, people, from, to, status }: ExportChoice): boolean =>
  status !== 'all' || [essay, q, tags, people, from, to].some((filter) => filter !== undefined);

/** Whether that is all of what the viewer may see, so that it is the release rather than a part of it. */
export const asksForAll = (asked: ExportChoice): boolean =>
  asked.scope === 'group' && !choosesMarks(asked) && allOfRelease.parts.every((part) => asksFor(asked, part));

/** Whether something in an essay is asked for. */
export const asksForEssay = (
  { essays }: AskedOfRelease,
  document: { essay: string; slug: string },
): boolean => essays === undefined || essays.includes(document.essay) || essays.includes(document.slug);

/** Whether something is asked for as far as it depends on whose it is: a user id. */
export const isOwnIfAsked = ({ scope, own }: AskedOfRelease, person: string): boolean =>
  scope === 'group' || own.includes(person);

/** Whether something of a person, by user id, is asked for. */
export const asksForPerson = (asked: AskedOfRelease, person: string): boolean =>
  isOwnIfAsked(asked, person) && (asked.authors?.includes(person) ?? true);

/** Whether an annotation is asked for: as it was frozen, and with the words that are `shown` of it. */
export function asksForMark(
  asked: AskedOfRelease,
  { person, tags, created, resolved }: CorpusAnnotation,
  shown: Pick<CorpusAnnotation, 'comment' | 'quote'>,
): boolean {
  const { from, to, status, q } = asked;
  return (
    asksForPerson(asked, person.id) &&
    (asked.tags === undefined || asked.tags.some((tag) => tags.includes(tag))) &&
    (from === undefined || created >= from) &&
    (to === undefined || created < to) &&
    (status === 'all' || (status === 'resolved') === (resolved !== null)) &&
    (q === undefined || [shown.comment ?? '', shown.quote].some(has(q)))
  );
}

const has = (words: string) => (text: string) => text.toLowerCase().includes(words.toLowerCase());

/** Whether a card is asked for as far as it depends on whose it is: one's own are those one proposed, or answered. */
export const asksForCard = (asked: AskedOfRelease, { person, positions }: CorpusCard): boolean =>
  asksFor(asked, 'cards') &&
  (asked.scope === 'group' ||
    (person !== null && asked.own.includes(person.id)) ||
    (asksFor(asked, 'positions') && positions.some((position) => asked.own.includes(position.person.id))));
