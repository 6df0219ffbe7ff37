import { grouped } from '@/lib/core/crux/grouped';
import type { CorpusAdjudication, CorpusAnnotation, CorpusCard, CorpusReaction, CorpusTag } from './corpus';

type About = Pick<CorpusAnnotation, 'tags' | 'comment'>;

/** What an annotation is called: its tags, or what it is without any. */
export const annotationTitle = (
  { tags, comment }: About,
  names: ReadonlyMap<string, Pick<CorpusTag, 'name'>>,
): string =>
  tags.map((slug) => names.get(slug)?.name ?? slug).join(', ') ||
  (comment === null ? 'Highlight' : 'Comment');

const roles = { states: 'States', supports: 'Supports', opposes: 'Opposes', mentions: 'Mentions' };

/** What a reader should know of an annotation besides its words, in plain text; `statements` are cards by id. */
export function annotationFacts(
  { cards, reactions, resolved, visibility, held }: CorpusAnnotation,
  statements: ReadonlyMap<string, string>,
): string[] {
  const by = resolved?.person ? ` by ${resolved.person.name}` : '';
  return [
    ...cards.map(({ id, number, role }) => {
      const statement = statements.get(id);
      return `${roles[role]} card ${number}${statement === undefined ? '' : `: ${statement}`}`;
    }),
    ...reactionFacts(reactions),
    ...(resolved ? [`Resolved${by} on ${resolved.at.slice(0, 10)}`] : []),
    ...(visibility === 'private' ? ['Private'] : []),
    ...heldFacts(held),
  ];
}

const verdicts = { accept: 'accepted', change: 'changed to', reject: 'rejected', plural: 'left plural,' };

/** What was decided about an annotation, if anything was: by whom, what stands, and why. Plain text. */
export function decisionFacts(
  { id, quote }: Pick<CorpusAnnotation, 'id' | 'quote'>,
  decisions: ReadonlyMap<string, CorpusAdjudication>,
  names: ReadonlyMap<string, Pick<CorpusTag, 'name'>>,
): string[] {
  const decision = decisions.get(id);
  if (!decision) return [];
  const { verdict, person, created, marks, reason } = decision;
  const by = person ? ` by ${person.name}` : '';
  const standing = marks.map(({ tags, quote: words }) => {
    const called = annotationTitle({ tags, comment: null }, names);
    return words === quote ? called : `${called} “${words}”`;
  });
  const what = [verdicts[verdict], ...(standing.length > 0 ? [standing.join('; ')] : [])].join(' ');
  return [`Decided${by} on ${created.slice(0, 10)}: ${what}${reason ? `. ${reason}` : ''}`];
}

/** Decisions by the annotations that they speak of: of each at most one holds. */
export const keepDecision = (kept: Map<string, CorpusAdjudication>, decision: CorpusAdjudication): void => {
  for (const id of decision.annotations) kept.set(id, decision);
};

/** Who reacted how, a phrase for each kind. */
export const reactionFacts = (reactions: readonly CorpusReaction[]): string[] =>
  [...grouped(reactions, ({ kind }) => kind)].map(
    ([kind, of]) => `${kind}: ${of.map(({ person }) => person.name).join(', ')}`,
  );

/** What a card says, and that it is held where it is: for those who name it elsewhere. */
export const statementOf = ({ statement, held }: Pick<CorpusCard, 'statement' | 'held'>): string =>
  [statement, ...heldFacts(held).map((fact) => `(${fact.toLowerCase()})`)].join(' ');

export const heldFacts = (held: 'pending' | 'hidden' | null): string[] =>
  held === null ? [] : [held === 'pending' ? 'Waiting for moderators' : 'Hidden by moderators'];
