import type {
  CorpusAdjudication,
  CorpusAnnotation,
  CorpusCard,
  CorpusDocument,
  CorpusHead,
  CorpusPerson,
  CorpusReply,
} from '@/lib/core/corpus/corpus';
import { corpusIris } from '@/lib/core/corpus/corpus-iris';
import { openLicence } from '@/lib/core/corpus/open-licence';
import { cardItems } from './jsonld-card-items';
import { decisionItems } from './jsonld-decision-items';

/** How something is named where it was made, and where it was taken from; nothing of that when it was made here. */
export interface Origin {
  canonical?: string | null;
  via?: readonly string[];
}
type Placed = Pick<CorpusDocument, 'essay' | 'number' | 'slug' | 'language' | 'licence' | 'created'>;
type Passage = Pick<CorpusAnnotation, 'quote' | 'prefix' | 'suffix' | 'startPoint' | 'endPoint'>;
/** What is written of an annotation, and of a reply. */
export type WrittenAnnotation = Passage &
  Pick<CorpusAnnotation, 'id' | 'person' | 'created' | 'modified' | 'tags' | 'comment'> &
  Origin & { cards: readonly { id: string }[] };
/** What is said once for all of them. */
export interface ItemsHead extends Pick<CorpusHead, 'site' | 'changed' | 'software'> {
  group: Pick<CorpusHead['group'], 'slug'>;
  tags: readonly Pick<CorpusHead['tags'][number], 'slug' | 'name'>[];
}
export type WrittenReply = Pick<CorpusReply, 'id' | 'parent' | 'words' | 'created'> & Origin;

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
  const item = (id: string, person: CorpusPerson | null, rest: object) => {
    const creator = person ? `,"creator":${made.creator(person)}` : '';
    return `{"id":"${id}","type":"Annotation"${creator},${made.common},${json(rest).slice(1)}`;
  };

  return {
    /** A text describes its version; where it may not be passed on, only its name comes. */
    document(document: CorpusDocument): string {
      const { text, language, created } = document;
      const body = { type: 'TextualBody', purpose: 'describing', value: text, ...plain, language };
      return item(`${iris.text(document)}#text`, null, {
        ...{ motivation: 'describing', created, canonical: `urn:uuid:${document.id}` },
        ...(text !== null && { body }),
        target: { ...sourceOf(document, iris.text(document)), ...bibliography(document) },
      });
    },

    /** The text that annotations stand in, as part of a target. */
    place: (document: Placed): string => placeOf(document, iris),

    annotation(annotation: WrittenAnnotation, place: string): string {
      const { id, person, created, modified, tags, comment, cards, quote, prefix, suffix } = annotation;
      const bodies = tags.map(made.tag);
      if (comment !== null)
        bodies.push(`{"type":"TextualBody","purpose":"commenting","value":${json(comment)},${markdownPart}}`);
      for (const { id } of cards)
        bodies.push(`{"type":"SpecificResource","purpose":"linking","source":"${iris.card(id)}"}`);
      const body = bodies.length > 0 ? `"body":[${bodies.join()}],` : '';
      return (
        `{"id":"${iris.annotation(id)}","type":"Annotation","motivation":${motivationOf(tags, comment)},` +
        `"creator":${made.creator(person)},"created":"${created}","modified":"${modified ?? created}",` +
        `${made.common},${nameOf(annotation)},${body}"target":{"type":"SpecificResource",${place},` +
        `"selector":[{"type":"TextQuoteSelector","exact":${json(quote)},"prefix":${json(prefix)},` +
        `"suffix":${json(suffix)}},{"type":"TextPositionSelector","start":${annotation.startPoint},` +
        `"end":${annotation.endPoint}}]}}`
      );
    },

    reply(reply: WrittenReply, annotation: string): string {
      const { id, parent, words, created } = reply;
      const rest = {
        ...{ motivation: 'replying', created, modified: words?.modified ?? created },
        ...(words && {
          body: { type: 'TextualBody', purpose: 'replying', value: words.comment, ...markdown },
        }),
        target: parent === null ? iris.annotation(annotation) : iris.reply(parent),
      };
      const named = item(iris.reply(id), words?.person ?? null, rest);
      return `${named.slice(0, -1)},${nameOf(reply)}}`;
    },

    /** A decision, and what it leaves standing. */
    decision: (decision: CorpusAdjudication, at: { essay: string; place: string }): string[] =>
      decisionItems(decision, { ...at, iris, tag: made.tag }).map(({ id, person, rest }) =>
        item(id, person, rest),
      ),

    card: (card: CorpusCard): string[] =>
      cardItems(card, iris).map(({ id, person, rest }) => item(id, person, rest)),
  };
}

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
  const audience = { id: iris.group, type: 'schema:Audience' };
  const creators = new Map<string, string>();
  const names = new Map(head.tags.map((tag) => [tag.slug, tag.name]));
  return {
    common: json({ generator, generated: head.changed, audience }).slice(1, -1),
    creator({ id, name }: CorpusPerson): string {
      const known = creators.get(id);
      if (known !== undefined) return known;
      const made = json({ id: iris.person(id), type: 'Person', name });
      creators.set(id, made);
      return made;
    },
    tag: (slug: string) =>
      `{"type":"TextualBody","purpose":"tagging","value":${json(names.get(slug) ?? slug)},"format":"text/plain"},` +
      `{"type":"SpecificResource","purpose":"classifying","source":"${iris.tag(slug)}"}`,
  };
}

function sourceOf({ language, licence }: Placed, id: string) {
  const open = openLicence(licence);
  return { id, type: 'Text', ...plain, language, ...(open && { rights: open.url }) };
}

const bibliography = ({ title, authors, url, licence, sha256 }: CorpusDocument) => ({
  'dcterms:title': title,
  ...(authors.length > 0 && { 'dcterms:creator': authors }),
  ...(url !== null && { 'dcterms:source': { id: url } }),
  ...(licence !== null && { 'dcterms:license': licence }),
  'dcterms:identifier': `sha256:${sha256}`,
});

/** The version, the page it is read on, and that it never changes: so an annotation stays true when a newer one comes. */
function placeOf(document: Placed, iris: ReturnType<typeof corpusIris>): string {
  const text = iris.text(document);
  const state = { type: 'TimeState', sourceDate: document.created, cached: text };
  return json({ source: sourceOf(document, text), scope: iris.essay(document.slug), state }).slice(1, -1);
}
