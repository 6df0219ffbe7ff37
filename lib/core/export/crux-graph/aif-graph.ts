import type { CorpusAnnotation } from '@/lib/core/corpus/corpus';

/** As in AIFdb's JSON: `L` what was said, `YA` that it was said, `I` what it says, `RA` inference, `CA` conflict. */
export interface AifNode {
  nodeID: string;
  text: string;
  type: 'I' | 'L' | 'RA' | 'CA' | 'YA';
  /** `2026-01-31 23:59:59`, UTC. */
  timestamp: string;
  scheme?: string;
  /** Where AIFdb has a number for the scheme. */
  schemeID?: string;
}

/** Collects nodes and edges, numbered as they come. Two nodes of information never meet without a scheme between. */
export function aifGraph() {
  const nodes: AifNode[] = [];
  const edges: { edgeID: string; fromID: string; toID: string; formEdgeID: null }[] = [];
  const locutions: object[] = [];
  const add = (node: Omit<AifNode, 'nodeID'>): string => {
    const nodeID = String(nodes.length + 1);
    nodes.push({ nodeID, ...node });
    return nodeID;
  };
  const scheme = (of: Pick<AifNode, 'type' | 'scheme' | 'schemeID'>, created: string): string =>
    add({ text: of.scheme ?? of.type, timestamp: timestamp(created), ...of });
  /** From each to the next. */
  const join = (...path: readonly string[]): void => {
    for (const [i, fromID] of path.slice(0, -1).entries())
      edges.push({ edgeID: String(edges.length + 1), fromID, toID: path[i + 1]!, formEdgeID: null });
  };
  return {
    node: (type: AifNode['type'], text: string, created: string): string =>
      add({ text, type, timestamp: timestamp(created) }),
    scheme,
    join,
    /** That somebody says the words of a passage; the node that wants to be joined to what they say by it. */
    said({ person, quote, created }: CorpusAnnotation, source: string | null): string {
      const nodeID = add({ text: `${person.name}: ${quote}`, type: 'L', timestamp: timestamp(created) });
      const said = { nodeID, personID: person.id, timestamp: timestamp(created) };
      locutions.push({ ...said, start: null, end: null, source });
      const asserting = scheme({ type: 'YA', scheme: 'Asserting', schemeID: '74' }, created);
      join(nodeID, asserting);
      return asserting;
    },
    all: () => ({ nodes, edges, locutions }),
  };
}

const timestamp = (iso: string): string => iso.slice(0, 19).replace('T', ' ');
