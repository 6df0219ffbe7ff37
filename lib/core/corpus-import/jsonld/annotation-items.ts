import { ReactionKind } from '@/lib/core/annotation/annotation';
import { OccurrenceRole } from '@/lib/core/api/card-schemas';
import type { CorpusAnnotation, CorpusReaction, CorpusReply } from '@/lib/core/corpus/corpus';
import type { BadRow } from '@/lib/core/corpus-import/import-report';
import { isoTime } from '@/lib/core/corpus-import/iso-time';
import { tagNames } from './tag-items';
import {
  heldIn,
  ownWord,
  passageIn,
  personOf,
  sourceOf,
  valuesFor,
  type WebAnnotation,
} from './web-annotation';

interface FoundAnnotation {
  /** IRI of the text that it stands in. */
  source: string;
  record: CorpusAnnotation;
  row: number;
}

/** Annotations on passages with their threads. */
export function annotationsOf(
  items: readonly WebAnnotation[],
  replies: readonly WebAnnotation[],
  cards: ReadonlyMap<string, { id: string; number: number }>,
): { annotations: FoundAnnotation[]; bad: BadRow[] } {
  const annotations: FoundAnnotation[] = [];
  const bad: BadRow[] = [];
  /** By IRI: the thread that something stands in, and its id there. */
  const places = new Map<string, { thread: CorpusReply[]; id: string | null }>();
  for (const item of items) {
    const found = annotationOf(item, cards);
    if (typeof found === 'string') bad.push({ row: item.row, what: `annotation ${item.id}`, reason: found });
    else {
      const thread: CorpusReply[] = [];
      places.set(item.iri, { thread, id: null });
      annotations.push({ ...found, record: { ...found.record, replies: thread } });
    }
  }
  for (const reply of replies) {
    const place = places.get(reply.target.id ?? sourceOf(reply.target) ?? '');
    if (place) {
      place.thread.push(replyOf(reply, place.id));
      places.set(reply.iri, { thread: place.thread, id: reply.id });
    } else
      bad.push({
        row: reply.row,
        what: `reply ${reply.id}`,
        reason: 'It answers something that is not there.',
      });
  }
  return { annotations, bad };
}

function replyOf(item: WebAnnotation, parent: string | null): CorpusReply {
  const { id, person, created, modified } = item;
  const comment = commentOf(item, 'replying');
  const words = person && comment !== null ? { person, comment, modified } : null;
  return { id, parent, words, held: words && heldIn(item), created, reactions: reactionsIn(item) };
}

/** Texts that say nothing of their purpose are comments. */
function commentOf(item: WebAnnotation, purpose: string): string | null {
  const texts = item.bodies.flatMap(({ value, purpose: of }) =>
    value !== undefined && (of.length === 0 || of.includes(purpose)) ? [value] : [],
  );
  return texts.join('\n\n') || null;
}

/** Cards that it links to, in the role that our own files say; others only mention them. */
const cardsIn = ({ bodies }: WebAnnotation, cards: ReadonlyMap<string, { id: string; number: number }>) =>
  bodies.flatMap(({ source, purpose, scope }) => {
    const card = purpose.includes('linking') ? cards.get(source ?? '') : undefined;
    return card
      ? [{ ...card, role: OccurrenceRole.safeParse(ownWord(scope, 'role')).data ?? ('mentions' as const) }]
      : [];
  });

const reactionsIn = ({ bodies }: WebAnnotation): CorpusReaction[] =>
  bodies.flatMap(({ source = '', purpose, creator: [agent] }) => {
    const kind = ReactionKind.safeParse(
      ownWord(purpose.includes('classifying') ? [source] : [], 'reaction'),
    ).data;
    const person = agent ? personOf(agent) : null;
    return kind && person ? [{ kind, person }] : [];
  });

/** Who said since when that nothing is left to say in its thread. */
function resolvedIn({ bodies }: WebAnnotation): CorpusAnnotation['resolved'] {
  const said = bodies.find(({ value, purpose }) => value === 'resolved' && purpose.includes('moderating'));
  const at = isoTime(said?.created);
  const [agent] = said?.creator ?? [];
  return at === null ? null : { person: agent ? personOf(agent) : null, at };
}

const nowhere = 'It stands on no passage: it has no TextQuoteSelector, and no TextPositionSelector.';

/** Or a sentence that says why it is none. */
function annotationOf(
  item: WebAnnotation,
  cards: ReadonlyMap<string, { id: string; number: number }>,
): (Omit<FoundAnnotation, 'record'> & { record: Omit<CorpusAnnotation, 'replies'> }) | string {
  const { id, person, created, modified, target, row, via } = item;
  const source = sourceOf(target);
  if (source === undefined) return 'It does not say which text it stands in.';
  if (!person) return 'It does not say whose it is.';
  const passage = passageIn(target);
  if (passage.quote === '' && passage.end === 0) return nowhere;
  const assessed = valuesFor(item, 'assessing').map((value) => `Assessed: ${value}`);
  const record = {
    kind: 'annotation' as const,
    id,
    person,
    created,
    modified,
    ...passage,
    tags: tagNames(item).map(({ slug }) => slug),
    comment:
      [commentOf(item, 'commenting'), ...assessed].filter((text) => text !== null).join('\n\n') || null,
    visibility: item.isPrivate ? ('private' as const) : ('group' as const),
    held: heldIn(item),
    resolved: resolvedIn(item),
    reactions: reactionsIn(item),
    anchor: { state: 'anchored', method: 'exact', confidence: 1 },
    cards: cardsIn(item, cards),
    ...(via.length > 0 && { via }),
  };
  return { source, record, row };
}
