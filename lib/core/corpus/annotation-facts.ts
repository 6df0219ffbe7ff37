import { grouped } from '@/lib/core/crux/grouped';
import type { CorpusAnnotation, CorpusReaction, CorpusTag } from './corpus';

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

/** Who reacted how, a phrase for each kind. */
export const reactionFacts = (reactions: readonly CorpusReaction[]): string[] =>
  [...grouped(reactions, ({ kind }) => kind)].map(
    ([kind, of]) => `${kind}: ${of.map(({ person }) => person.name).join(', ')}`,
  );

export const heldFacts = (held: 'pending' | 'hidden' | null): string[] =>
  held === null ? [] : [held === 'pending' ? 'Waiting for moderators' : 'Hidden by moderators'];
