import {
  annotationFacts,
  annotationTitle,
  decisionFacts,
  heldFacts,
  reactionFacts,
} from '@/lib/core/corpus/annotation-facts';
import type { CorpusAdjudication, CorpusAnnotation, CorpusTag } from '@/lib/core/corpus/corpus';
import { type ReplyBranch, replyTree } from '@/lib/core/corpus/reply-tree';
import { standingComment } from '@/lib/core/corpus/standing-comment';
import { commentHtml } from '@/lib/core/essay/comment-html';
import { escapeHtml } from '@/lib/core/essay/escape-html';

interface NotedText {
  annotations: readonly CorpusAnnotation[];
  /** By the annotations that they speak of. */
  decisions: ReadonlyMap<string, CorpusAdjudication>;
}

/** The threads of a text one by one, numbered as its highlights are; `statements` are cards by id. */
export function* notesHtml(
  { annotations, decisions }: NotedText,
  tags: readonly CorpusTag[],
  statements: ReadonlyMap<string, string>,
): Generator<string> {
  if (annotations.length === 0) return;
  const known = new Map(tags.map((tag) => [tag.slug, tag]));
  yield '<aside class="notes" aria-label="Annotations">\n';
  for (const [i, annotation] of annotations.entries()) {
    const { id, person, created, quote, comment, replies } = annotation;
    const { glyph = '', slot = 0 } = known.get(annotation.tags[0] ?? '') ?? {};
    const facts = [
      ...annotationFacts(annotation, statements),
      ...decisionFacts(annotation, decisions, known),
    ];
    const title = escapeHtml(`${i + 1} ${glyph} ${annotationTitle(annotation, known)}`);
    yield `<section class="note k${slot}" id="a-${id}">
<h3>${title}</h3>
<p class="small"><bdi>${escapeHtml(person.name)}</bdi>, ${created.slice(0, 10)}</p>
<p class="quote" dir="auto"><a href="#r-${id}">${escapeHtml(quote)}</a></p>
${words(comment)}${factsHtml(facts)}${thread(replyTree(replies))}</section>
`;
  }
  yield '</aside>\n';
}

const words = (comment: string | null): string =>
  comment === null ? '' : `<div class="words" dir="auto">${commentHtml(standingComment(comment))}</div>\n`;

const factsHtml = (facts: readonly string[]): string =>
  facts.length === 0
    ? ''
    : `<ul class="facts">${facts.map((fact) => `<li dir="auto">${escapeHtml(fact)}</li>`).join('')}</ul>\n`;

const thread = (branches: readonly ReplyBranch[]): string =>
  branches.length === 0 ? '' : `<ol class="thread">\n${branches.map(item).join('')}</ol>\n`;

function item({ reply: { id, words: said, created, reactions, held }, answers }: ReplyBranch): string {
  const who = said ? `<bdi>${escapeHtml(said.person.name)}</bdi>` : 'A reply that is not here';
  const facts = factsHtml([...reactionFacts(reactions), ...heldFacts(held)]);
  return `<li id="reply-${id}"><p class="small">${who}, ${created.slice(0, 10)}</p>\n${words(said?.comment ?? null)}${facts}${thread(answers)}</li>\n`;
}
