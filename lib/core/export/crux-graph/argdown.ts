import type { CorpusCard, CorpusHead } from '@/lib/core/corpus/corpus';
import { corpusIris } from '@/lib/core/corpus/corpus-iris';
import { cruxGraph, type GraphRelation } from '@/lib/core/corpus/crux-graph';
import { grouped } from '@/lib/core/crux/grouped';
import { type CorpusWriter, type ExportFormat, guarded, type Put } from '@/lib/core/export/export-format';
import { corpusFileName } from '@/lib/core/export/file-names';
import { oneLine } from '@/lib/core/export/one-line';

/**
 * The crux graph: cards are statements, with what bears on each below it. A relation that has more to say than its
 * direction (a reason, a kind, that it is only proposed, what undercuts it) is an argument of its own. Memory: the cards.
 * Source: https://argdown.org/syntax
 */
export const argdown: ExportFormat = {
  title: 'Argdown',
  madeFor: 'arguments',
  mediaType: 'text/plain',
  extension: 'argdown',
  files: 'one',
  keeps:
    'Cards with statement, kind, status and address, which are roots or held, and how they bear on each other, with reasons and what is only proposed.',
  loses:
    'Texts and annotations; everything else of cards, positions among it; who drew a relation and when, and relations that were rejected. A line break becomes a space.',
  withoutText: 'nothing',
  tells: guarded,
  lacks: [
    'documents',
    'annotations',
    'replies',
    'positions',
    'beliefs',
    'checks',
    'adjudications',
    'adjudicated',
  ],
  partly: ['relations'],
  writer: argdownWriter,
};

function argdownWriter(head: CorpusHead, put: Put): CorpusWriter {
  const cards: CorpusCard[] = [];
  return {
    write(record) {
      if (record.kind === 'card') cards.push(record);
    },
    end() {
      const out = (piece: string) => put(`${corpusFileName(head)}.argdown`, piece);
      // Its front matter ends at the next "===".
      const quoted = (words: string) => JSON.stringify(words).replaceAll('=', '\\u003d');
      out(`===\ntitle: ${quoted(head.group.name)}\nsource: ${quoted(corpusIris(head).group)}\n===\n`);
      const relations = cruxGraph(cards);
      const acting = actors(cards, relations);
      for (const card of cards) out(`\n${statement(head, card)}\n${acting(card.id)}`);
      for (const relation of relations)
        if (isArgument(relation, relations)) out(`\n${argument(relation)}\n${acting(relation.id)}`);
    },
  };
}

const title = ({ number }: Pick<CorpusCard, 'number'>) => `[Card ${number}]`;
const nameOf = ({ number }: GraphRelation) => `<Relation ${number}>`;

const isArgument = ({ id, type, state, rationale }: GraphRelation, relations: readonly GraphRelation[]) =>
  rationale !== '' ||
  state !== 'accepted' ||
  !['supports', 'attacks', 'undercuts'].includes(type) ||
  relations.some(({ toRelation }) => toRelation === id);

function statement(head: CorpusHead, card: CorpusCard): string {
  const tags = [card.type, ...(card.root ? ['root'] : [])].map((tag) => `#${tag}`).join(' ');
  const held = card.held ? `, held: "${card.held}"` : '';
  const data = `{href: "${corpusIris(head).group}/cards/${card.number}", status: "${card.status}"${held}}`;
  return `${title(card)}: ${inArgdown(card.statement)} ${tags} ${data}`;
}

function argument(relation: GraphRelation): string {
  const words = inArgdown(relation.rationale) || 'No reason is given.';
  return `${nameOf(relation)}: ${words} #${relation.type}${relation.state === 'proposed' ? ' #proposed' : ''}`;
}

const signs = { support: '+', attack: '-', undercut: '_' };

/** Gives the lines below a statement or an argument: a child acts on its parent. */
function actors(cards: readonly CorpusCard[], relations: readonly GraphRelation[]) {
  const titles = new Map(cards.map((card) => [card.id, title(card)]));
  const acting = grouped(relations, ({ to, toRelation }) => to ?? toRelation ?? '');
  const premises = new Map(relations.map(({ id, from }) => [id, `  + ${titles.get(from)}\n`]));
  return (on: string): string =>
    (premises.get(on) ?? '') +
    (acting.get(on) ?? [])
      .map((relation) => {
        const actor = isArgument(relation, relations) ? nameOf(relation) : titles.get(relation.from);
        return `  ${signs[relation.effect]} ${actor}\n`;
      })
      .join('');
}

/** Signs of its grammar anywhere in a line; a full stop or a colon is one where no space follows. */
const inArgdown = (words: string): string =>
  oneLine(words).replace(/[\\@#*_[\]<>{}()/=]|[.:](?=\S)|-(?=-)/g, '\\$&');
