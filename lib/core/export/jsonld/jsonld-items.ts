import type { OccurrenceRole } from '@/lib/core/api/card-schemas';
import type {
  CorpusAdjudication,
  CorpusAnnotation,
  CorpusCard,
  CorpusDocument,
  CorpusHead,
  CorpusPerson,
  CorpusReaction,
  CorpusReply,
} from '@/lib/core/corpus/corpus';
import { corpusIris } from '@/lib/core/corpus/corpus-iris';
import { isIri } from '@/lib/core/corpus/iri';
import { openLicence } from '@/lib/core/corpus/open-licence';
import { cardItems, heldBody, type Item } from './jsonld-card-items';
import { decisionItems } from './jsonld-decision-items';

/** How something is named where it was made, and where it was taken from; nothing of that when it was made here. */
export interface Origin {
  canonical?: string | null;
  via?: readonly string[];
}
type Placed = Pick<CorpusDocument, 'essay' | 'number' | 'slug' | 'language' | 'licence' | 'created'>;
/** What says for whom something is: for its author alone, for the group's moderators, or for the group. */
type Guarded = Pick<CorpusAnnotation, 'person' | 'visibility' | 'held'>;
type Passage = Pick<CorpusAnnotation, 'quote' | 'prefix' | 'suffix' | 'startPoint' | 'endPoint'>;
/** What is written of an annotation, and of a reply. */
export type WrittenAnnotation = Passage &
  Pick<CorpusAnnotation, 'id' | 'created' | 'modified' | 'tags' | 'comment'> &
  Guarded &
  Origin & {
    /** The Web Annotation Protocol has no place for a role, for what is resolved, nor for reactions: nobody could send them back. */
    cards: readonly { id: string; role?: OccurrenceRole }[];
    resolved?: CorpusAnnotation['resolved'];
    reactions?: CorpusAnnotation['reactions'];
  };
/** What is said once for all of them. */
export interface ItemsHead extends Pick<CorpusHead, 'site' | 'changed' | 'software'> {
  group: Pick<CorpusHead['group'], 'slug'>;
  tags: readonly Pick<CorpusHead['tags'][number], 'slug' | 'name'>[];
}
export type WrittenReply = Pick<CorpusReply, 'id' | 'parent' | 'words' | 'held' | 'created'> &
  Origin & { reactions?: CorpusReply['reactions'] };

const json = JSON.stringify;
const markdown = { format: 'text/markdown', textDirection: 'auto' };
const markdownPart = json(markdown).slice(1, -1);
const plain = { format: 'text/plain' };

/**
 * Everything of a corpus as annotations, each a text of JSON. Those on passages are put together from pieces that were
 * made before, since they come by the million.
 */
export function jsonldItems(head: ItemsHead) {
  const iris = corpusIris(head);
  const made = sharedPieces(head);

  /** What stands on no passage: few, so they are made whole. */
  const item = ({ id, person, rest }: Item, common = made.common) => {
    const creator = person ? `,"creator":${made.creator(person)}` : '';
    return `{"id":"${id}","type":"Annotation"${creator},${common},${json(rest).slice(1)}`;
  };

  return {
    /** A text describes its version; where it may not be passed on, only its name comes. */
    document(document: CorpusDocument): string {
      const { text, structure, language, created } = document;
      const described = { type: 'TextualBody', purpose: 'describing' };
      const words = { ...described, value: text, ...plain, language };
      const body = structure
        ? [words, { ...described, value: json(structure), format: 'application/json' }]
        : words;
      const rest = {
        motivation: 'describing',
        created,
        canonical: `urn:uuid:${document.id}`,
        ...(text !== null && { body }),
        target: { ...sourceOf(document, iris.text(document)), ...bibliography(document, iris) },
      };
      return item({ id: `${iris.text(document)}#text`, person: null, rest });
    },

    /** The text that annotations stand in, as part of a target. */
    place: (document: Placed): string => placeOf(document, iris),

    annotation(annotation: WrittenAnnotation, place: string): string {
      const { id, person, created, modified, tags, comment, quote, prefix, suffix } = annotation;
      const bodies = annotationBodies(annotation, made, iris);
      return (
        `{"id":"${iris.annotation(id)}","type":"Annotation","motivation":${motivationOf(tags, comment)},` +
        `"creator":${made.creator(person)},"created":"${created}","modified":"${modified ?? created}",` +
        `${made.commonFor(annotation)},${nameOf(annotation)},${bodyOf(bodies)}"target":{"type":"SpecificResource",${place},` +
        `"selector":[{"type":"TextQuoteSelector","exact":${json(quote)},"prefix":${json(prefix)},` +
        `"suffix":${json(suffix)}},{"type":"TextPositionSelector","start":${annotation.startPoint},` +
        `"end":${annotation.endPoint}}]}}`
      );
    },

    /** An answer in the thread of an annotation: for nobody who does not see that. */
    reply(reply: WrittenReply, annotation: Guarded & { id: string }): string {
      const { id, parent, words, held, created, reactions = [] } = reply;
      const text = words && { type: 'TextualBody', purpose: 'replying', value: words.comment, ...markdown };
      const rest = {
        motivation: 'replying',
        created,
        modified: words?.modified ?? created,
        target: parent === null ? iris.annotation(annotation.id) : iris.reply(parent),
      };
      const common = made.commonFor({ ...annotation, held: held ?? annotation.held });
      const named = item({ id: iris.reply(id), person: words?.person ?? null, rest }, common);
      const bodies = [
        ...(text ? [json(text)] : []),
        ...(text && held ? [json(heldBody(held))] : []),
        ...reactions.map(made.reaction),
      ];
      const body = bodies.length === 1 ? `"body":${bodies[0]},` : bodyOf(bodies);
      return `${named.slice(0, -1)},${body}${nameOf(reply)}}`;
    },

    /** A decision, and what it leaves standing. */
    decision: (decision: CorpusAdjudication, at: { essay: string; place: string }): string[] =>
      decisionItems(decision, { ...at, iris, tag: made.tag }).map((one) => item(one)),

    card: (card: CorpusCard): string[] =>
      cardItems(card, iris).map(({ owner, ...one }) => {
        if (owner) return item(one, made.ownFor(owner));
        return item(one, card.held === null ? made.common : made.moderated);
      }),
  };
}

function annotationBodies(
  { tags, comment, cards, resolved, reactions = [], held }: WrittenAnnotation,
  made: ReturnType<typeof sharedPieces>,
  iris: ReturnType<typeof corpusIris>,
): string[] {
  const bodies = tags.map(made.tag);
  if (comment !== null)
    bodies.push(`{"type":"TextualBody","purpose":"commenting","value":${json(comment)},${markdownPart}}`);
  for (const { id, role } of cards) {
    const scope = role ? `,"scope":"urn:cruxbook:role:${role}"` : '';
    bodies.push(`{"type":"SpecificResource","purpose":"linking","source":"${iris.card(id)}"${scope}}`);
  }
  if (resolved) bodies.push(made.resolved(resolved));
  for (const reaction of reactions) bodies.push(made.reaction(reaction));
  if (held !== null) bodies.push(json(heldBody(held)));
  return bodies;
}

const bodyOf = (bodies: readonly string[]) => (bodies.length > 0 ? `"body":[${bodies.join()}],` : '');

const nameOf = ({ id, canonical, via = [] }: Origin & { id: string }) =>
  `"canonical":${canonical ? json(canonical) : `"urn:uuid:${id}"`}${via.length > 0 ? `,"via":${json(via)}` : ''}`;

const motivationOf = (tags: readonly string[], comment: string | null) => {
  if (tags.length === 0) return comment === null ? '"highlighting"' : '"commenting"';
  return comment === null ? '"tagging"' : '["tagging","commenting"]';
};

/** What is said again and again: made once for each person and tag. */
function sharedPieces(head: ItemsHead) {
  const iris = corpusIris(head);
  const { name, version } = head.software;
  const generator = { id: head.site, type: 'Software', name: `${name} ${version}`, homepage: head.site };
  /** For whom it is; that grants nobody anything. */
  const commonFor = (audience: string) =>
    json({
      generator,
      generated: head.changed,
      audience: { id: audience, type: 'schema:Audience' },
    }).slice(1, -1);
  const ownFor = (person: CorpusPerson) => commonFor(iris.person(person.id));
  const [common, moderated] = [commonFor(iris.group), commonFor(iris.moderation)];
  const creatorOf = ({ id, name }: CorpusPerson) => ({ id: iris.person(id), type: 'Person', name });
  const creators = new Map<string, string>();
  const creator = (person: CorpusPerson): string => {
    const known = creators.get(person.id);
    if (known !== undefined) return known;
    const made = json(creatorOf(person));
    creators.set(person.id, made);
    return made;
  };
  const names = new Map(head.tags.map((tag) => [tag.slug, tag.name]));
  return {
    common,
    moderated,
    ownFor,
    commonFor({ person, visibility, held }: Guarded): string {
      if (visibility === 'private') return ownFor(person);
      return held === null ? common : moderated;
    },
    creator,
    /** That nothing is left to say in its thread, by whom and since when. */
    resolved: ({ person, at }: { person: CorpusPerson | null; at: string }) =>
      json({
        type: 'TextualBody',
        purpose: 'moderating',
        value: 'resolved',
        ...plain,
        created: at,
        ...(person && { creator: creatorOf(person) }),
      }),
    /** Of the annotation that it stands in, or the reply. */
    reaction: ({ kind, person }: CorpusReaction) =>
      `{"type":"SpecificResource","purpose":"classifying","source":"urn:cruxbook:reaction:${kind}","creator":${creator(person)}}`,
    tag: (slug: string) =>
      `{"type":"TextualBody","purpose":"tagging","value":${json(names.get(slug) ?? slug)},"format":"text/plain"},` +
      `{"type":"SpecificResource","purpose":"classifying","source":"${iris.tag(slug)}"}`,
  };
}

function sourceOf({ language, licence }: Placed, id: string) {
  const open = openLicence(licence);
  return { id, type: 'Text', ...plain, language, ...(open && { rights: open.url }) };
}

const bibliography = (
  { slug, title, authors, url, licence, sha256 }: CorpusDocument,
  iris: ReturnType<typeof corpusIris>,
) => ({
  'dcterms:isVersionOf': { id: iris.essay(slug) },
  'dcterms:title': title,
  ...(authors.length > 0 && { 'dcterms:creator': authors }),
  ...(url !== null && { 'dcterms:source': isIri(url) ? { id: url } : url }),
  ...(licence !== null && { 'dcterms:license': licence }),
  'dcterms:identifier': `sha256:${sha256}`,
});

/** The version, the page it is read on, and that it never changes: so an annotation stays true when a newer one comes. */
function placeOf(document: Placed, iris: ReturnType<typeof corpusIris>): string {
  const text = iris.text(document);
  const state = { type: 'TimeState', sourceDate: document.created, cached: text };
  return json({ source: sourceOf(document, text), scope: iris.essay(document.slug), state }).slice(1, -1);
}
