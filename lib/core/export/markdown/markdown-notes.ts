import {
  annotationFacts,
  annotationTitle,
  decisionFacts,
  heldFacts,
  reactionFacts,
} from '@/lib/core/corpus/annotation-facts';
import type {
  CorpusAdjudication,
  CorpusAnnotation,
  CorpusDocument,
  CorpusHead,
} from '@/lib/core/corpus/corpus';
import { corpusIris } from '@/lib/core/corpus/corpus-iris';
import { type ReplyBranch, replyTree } from '@/lib/core/corpus/reply-tree';
import { standingComment } from '@/lib/core/corpus/standing-comment';
import { commentToMarkdown } from '@/lib/core/essay/comment-markdown';
import { indented, inMarkdown } from './markdown-text';

interface NotedText {
  document: Pick<CorpusDocument, 'slug'>;
  /** By the annotations that they speak of. */
  decisions: ReadonlyMap<string, CorpusAdjudication>;
}

/** Gives the footnote of an annotation, with its line end; `statements` are cards by id. */
export function markdownNotes(head: CorpusHead, statements: ReadonlyMap<string, string>) {
  const iris = corpusIris(head);
  const tags = new Map(head.tags.map((tag) => [tag.slug, tag]));
  return (annotation: CorpusAnnotation, number: number, { document, decisions }: NotedText): string => {
    const { id, person, created, quote, comment, replies } = annotation;
    const link = `[${created.slice(0, 10)}](<${iris.essay(document.slug)}#a-${id}>)`;
    const title = `**${inMarkdown(annotationTitle(annotation, tags))}** by ${inMarkdown(person.name)}, ${link}`;
    const facts = [
      ...annotationFacts(annotation, statements),
      ...decisionFacts(annotation, decisions, tags),
    ].map((fact) => inMarkdown(fact));
    const blocks = [
      ...(comment === null ? [] : [checked(comment)]),
      ...(facts.length > 0 ? [facts.join(' · ')] : []),
      ...(replies.length > 0 ? [thread(replyTree(replies))] : []),
    ];
    return `[^${number}]: ${title}: “${inMarkdown(quote)}”\n${blocks.map((block) => indented(`\n${block}\n`, 4)).join('')}`;
  };
}

/** Markdown that stays within its block: footnotes, definitions and HTML of a comment have become plain words. */
const checked = (comment: string): string => commentToMarkdown(standingComment(comment));

const thread = (branches: readonly ReplyBranch[]): string => branches.map(item).join('\n\n');

function item({ reply: { words, created, held, reactions }, answers }: ReplyBranch): string {
  const name = words ? `**${inMarkdown(words.person.name)}**` : '*A reply that is not here*';
  const facts = [created.slice(0, 10), ...reactionFacts(reactions), ...heldFacts(held)];
  const blocks = [
    `${name}, ${facts.map(inMarkdown).join(' · ')}`,
    ...(words ? [checked(words.comment)] : []),
    ...(answers.length > 0 ? [thread(answers)] : []),
  ];
  return `- ${indented(blocks.join('\n\n'), 2).trimStart()}`;
}
