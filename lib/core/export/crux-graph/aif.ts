import type { CorpusAnnotation, CorpusCard, CorpusHead } from '@/lib/core/corpus/corpus';
import { corpusPeople } from '@/lib/core/corpus/corpus-people';
import { cruxGraph, type GraphRelation } from '@/lib/core/corpus/crux-graph';
import type { CorpusWriter, ExportFormat, Put } from '@/lib/core/export/export-format';
import { corpusFileName } from '@/lib/core/export/file-names';
import { type AifNode, aifGraph } from './aif-graph';

/**
 * The crux graph in the Argument Interchange Format, as AIFdb writes it: cards are information nodes, relations
 * inferences and conflicts, and whoever marked a passage for a card has said it. Memory: the graph, with the passages
 * that cards name. Source: https://www.arg-tech.org/wp-content/uploads/2011/09/aif-spec.pdf
 */
export const aif: ExportFormat = {
  title: 'AIF',
  madeFor: 'arguments',
  mediaType: 'application/json',
  extension: 'json',
  files: 'one',
  keeps:
    'What cards state, how they bear on each other, and when that was said; the passages that state, support or oppose them, with who marked them and when.',
  loses:
    'Texts but for their addresses; annotations without a card, or that only mention one; everything else of annotations, place, tags and ids among it; whether a conflict attacks or mitigates, and whether a relation is only proposed; everything else of cards, positions and reasons among it; relations that were rejected. What is private or held does not come.',
  withoutText: 'quotations',
  tells: [],
  lacks: ['documents', 'replies', 'positions', 'beliefs', 'checks', 'adjudications', 'adjudicated'],
  partly: ['annotations', 'relations'],
  writer: aifWriter,
};

function aifWriter(head: CorpusHead, put: Put): CorpusWriter {
  const graph = aifGraph();
  const people = corpusPeople();
  const nodes = new Map<string, string>();
  const cards: CorpusCard[] = [];
  let source: string | null = null;
  const passage = (annotation: CorpusAnnotation) => {
    for (const { id, role } of annotation.cards) {
      const card = nodes.get(id);
      if (card === undefined || role === 'mentions') continue;
      people.add(annotation.person);
      const said = graph.said(annotation, source);
      if (role === 'states') graph.join(said, card);
      else {
        const words = graph.node('I', annotation.quote, annotation.created);
        graph.join(said, words);
        const scheme = graph.scheme(role === 'supports' ? inference : conflict, annotation.created);
        graph.join(words, scheme, card);
      }
    }
  };
  return {
    write(record) {
      if (record.kind === 'card') {
        cards.push(record);
        nodes.set(record.id, graph.node('I', record.statement, record.created));
      } else if (record.kind === 'document') source = record.url;
      else if (record.kind === 'annotation') passage(record);
    },
    end() {
      const relations = cruxGraph(cards);
      for (const { id, created, ...relation } of relations)
        nodes.set(id, graph.scheme(schemeOf(relation), created));
      for (const { id, from, to, toRelation } of relations)
        graph.join(nodes.get(from)!, nodes.get(id)!, nodes.get(to ?? toRelation ?? '')!);
      const participants = people
        .all()
        .map(({ id, name }) => ({ participantID: id, firstname: name, surname: '' }));
      put(
        `${corpusFileName(head)}.json`,
        `${JSON.stringify({ ...graph.all(), participants, schemefulfillments: [], descriptorfulfillments: [] })}\n`,
      );
    },
  };
}

type Scheme = Pick<AifNode, 'type' | 'scheme' | 'schemeID'>;

/** Numbers are AIFdb's. */
const inference: Scheme = { type: 'RA', scheme: 'Default Inference', schemeID: '72' };
const conflict: Scheme = { type: 'CA', scheme: 'Default Conflict', schemeID: '71' };

function schemeOf({ type, effect }: Pick<GraphRelation, 'type' | 'effect'>): Scheme {
  if (type === 'crux-for') return { type: 'RA', scheme: 'Crux' };
  if (type === 'leads-to') return { type: 'RA', scheme: 'Cause to Effect' };
  return effect === 'support' ? inference : conflict;
}
