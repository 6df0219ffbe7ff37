import type { CorpusCard, CorpusHead, CorpusPerson } from '@/lib/core/corpus/corpus';
import { corpusPeople } from '@/lib/core/corpus/corpus-people';
import type { JsonlBelief, JsonlCard, JsonlPosition, JsonlRelation, JsonlUndercut } from './jsonl-card';
import { emptySha256, jsonlSchemaName } from './jsonl-line';

/** The first line. Cards go out as they come; what belongs to them is short, and waits for the end of the line. */
export function groupLine(head: CorpusHead, out: (piece: string) => void) {
  const { group, tags, release, choice, counts, changed, site, software } = head;
  const people = corpusPeople();
  const relations: JsonlRelation[] = [];
  const undercuts: JsonlUndercut[] = [];
  const positions: JsonlPosition[] = [];
  const beliefs: JsonlBelief[] = [];
  const opening = {
    schema: jsonlSchemaName,
    kind: 'group',
    id: group.id,
    title: group.name,
    url: `${site}/g/${group.slug}`,
    license: null,
    language: 'und',
    text: '',
    text_sha256: emptySha256,
    offset_unit: 'unicode_code_point',
    ...(release && { release }),
    group,
    vocabulary: tags,
    choice,
    counts,
    changed,
    site,
    software,
    spans: [],
    replies: [],
  };
  let comma = '';
  out(`${JSON.stringify(opening).slice(0, -1)},"cards":[`);
  return {
    card(card: CorpusCard) {
      const userOf = (person: CorpusPerson | null) => person && people.add(person);
      out(comma + JSON.stringify(cardOf(card, userOf(card.person))));
      comma = ',';
      for (const { to, toRelation, type, person, ...rest } of card.relations) {
        const known = { ...rest, user: userOf(person), from: card.id };
        if (to !== null) relations.push({ ...known, to, type });
        else if (toRelation !== null) undercuts.push({ ...known, relation: toRelation });
      }
      for (const { person, wouldChangeMind, ...rest } of card.positions)
        positions.push({
          ...rest,
          card: card.id,
          user: people.add(person),
          would_change_mind: wouldChangeMind,
        });
      for (const { person, ifTrue, ifFalse, ...rest } of card.beliefs)
        beliefs.push({
          ...rest,
          crux: card.id,
          user: people.add(person),
          if_true: ifTrue,
          if_false: ifFalse,
        });
    },
    end() {
      const rest = { relations, undercuts, positions, beliefs, people: people.all() };
      out(`],${JSON.stringify(rest).slice(1)}\n`);
    },
  };
}

function cardOf(card: CorpusCard, user: string | null): JsonlCard {
  const { id, number, type, statement, details, operationalization, status, root, held, version } = card;
  return {
    id,
    number,
    kind: type,
    title: statement,
    details,
    operationalization,
    resolves_by: card.resolvesBy,
    resolution_source: card.resolutionSource,
    status,
    root,
    held,
    version,
    user,
    created: card.created,
    changed: card.changed,
    wordings: card.wordings.map(({ statement, wordingOnly, ...rest }) => ({
      ...rest,
      title: statement,
      wording_only: wordingOnly,
    })),
    aliases: card.aliases.map(({ statement, ...rest }) => ({ ...rest, title: statement })),
    occurrences: card.occurrences.map(({ annotation, ...rest }) => ({ ...rest, span: annotation })),
  };
}
