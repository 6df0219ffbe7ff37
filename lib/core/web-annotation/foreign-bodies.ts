import type { CommentDraft } from '@/lib/core/annotation/annotation';
import { invalid } from '@/lib/core/api/problem';
import { heldBody } from '@/lib/core/export/jsonld/jsonld-card-items';
import { iriOf, listed, membersOf, typeOf, words } from './foreign-json';

/** What bodies of an annotation come to here. */
export interface ForeignContent {
  comment: CommentDraft | null;
  /** Words of the vocabulary, or IRIs of them. */
  tags: string[];
  /** IRIs of cards that are met in the passage. */
  links: string[];
}

export type ForeignBody = unknown;

const specific = ['id', 'type', 'source', 'purpose'];
const textual = [
  'id',
  'type',
  'value',
  'purpose',
  'format',
  'language',
  'processingLanguage',
  'textDirection',
];

/** Purposes of a text that is a comment; a body without any is one too. */
const saying = new Set(['commenting', 'replying', 'describing']);

/**
 * Sorts bodies into comment, tags and links; a 422 for what is none of these, and for a second comment. `replaces`: they are
 * of something that is here already.
 */
export function foreignContent(bodies: readonly ForeignBody[], replaces: boolean): ForeignContent {
  const found: ForeignContent = { comment: null, tags: [], links: [] };
  for (const body of bodies) {
    if (isText(body)) takeText(found, body);
    else takeReference(found, body, replaces);
  }
  return found;
}

/** A text should say that it is one (3.2.4 of the model); what has a value and says nothing is one as well. */
function isText(body: ForeignBody): boolean {
  const types = listed(typeOf(body));
  if (types.length > 0) return types.includes('TextualBody');
  return typeof body === 'object' && body !== null && 'value' in body;
}

function takeText(found: ForeignContent, body: ForeignBody): void {
  const { value, format, purpose } = membersOf(body, 'A body', textual);
  if (typeof value !== 'string') throw invalid('body', 'A TextualBody has one value, a string.');
  const [why, ...others] = listed(purpose);
  if (others.length > 0) throw invalid('body', 'A body here has one purpose.');
  if (why === 'tagging' || why === 'classifying') {
    found.tags.push(words(value, 'A tag'));
    return;
  }
  if (why !== undefined && !saying.has(why as string))
    throw invalid('body', `Cruxbook does not know texts for ${JSON.stringify(why)}.`);
  if (found.comment) throw invalid('body', 'An annotation here has one comment. Join the texts.');
  if (value.trim() !== '') found.comment = commentOf(value, format);
}

function takeReference(found: ForeignContent, body: ForeignBody, replaces: boolean): void {
  if (typeof body !== 'object')
    throw invalid('body', 'A body is a text, a tag, or a card; not another resource.');
  const { source, purpose } = membersOf(body, 'A body', specific);
  const iri = words(iriOf(source), 'body.source');
  if (purpose === 'classifying' || purpose === 'tagging') found.tags.push(iri);
  else if (purpose === 'linking') found.links.push(iri);
  else if (replaces && isOurs(iri, purpose)) return;
  else throw invalid('body', 'A body that refers to something says why: classifying or linking.');
}

/** The server says itself that something is held; who read that sends it back with the rest. */
const isOurs = (iri: string, purpose: unknown) =>
  (['pending', 'hidden'] as const)
    .map(heldBody)
    .some((held) => held.source === iri && held.purpose === purpose);

/** Without a format it is plain text, in which no sign means anything. */
function commentOf(value: string, format: unknown): CommentDraft {
  if (value.length > 20_000) throw invalid('body', 'A comment has at most 20,000 characters.');
  if (format === 'text/markdown') return { markdown: value };
  if (format !== undefined && format !== 'text/plain')
    throw invalid('body', `Comments are text/plain or text/markdown, not ${JSON.stringify(format)}.`);
  const paragraphs = value.replace(/\r\n?/g, '\n').split(/\n{2,}/);
  return { document: { type: 'doc', content: paragraphs.map(plainParagraph) } };
}

const plainParagraph = (text: string) => ({
  type: 'paragraph',
  content: text
    .split('\n')
    .flatMap((line, i) => [
      ...(i > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line ? [{ type: 'text', text: line }] : []),
    ]),
});
