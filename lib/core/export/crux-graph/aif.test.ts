import { expect, test } from 'vitest';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { writtenFiles } from '@/lib/core/export/written-files.fixture';
import { aif } from './aif';
import type { AifNode } from './aif-graph';

interface Aif {
  nodes: AifNode[];
  edges: { fromID: string; toID: string }[];
  locutions: { nodeID: string; personID: string; source: string | null }[];
  participants: { participantID: string; firstname: string }[];
}

const read: Aif = JSON.parse(writtenFiles(aif).get('night-school.json') ?? '');
const node = (id: string) => read.nodes.find(({ nodeID }) => nodeID === id)!;

/** Each path of two edges over a scheme, by what stands at its ends. */
const steps = read.nodes
  .filter(({ type }) => type !== 'I' && type !== 'L')
  .flatMap(({ nodeID, text }) =>
    read.edges
      .filter(({ toID }) => toID === nodeID)
      .flatMap(({ fromID }) =>
        read.edges
          .filter((edge) => edge.fromID === nodeID)
          .map(({ toID }) => `${node(fromID).text} –${text}→ ${node(toID).text}`),
      ),
  );

test('joins cards by their relations, and passages to the cards they bear on', () => {
  expect(steps).toMatchInlineSnapshot(`
    [
      "Ada "A." Löw: If we scale models 🚀 without oversight, we will lose control. –Asserting→ Scaling without oversight loses control",
      "reader-k7f3qa2m: The main crux is whether interpretability keeps pace.
    Even so –Asserting→ Interpretability keeps pace with capability [2]: "yes"",
      "Ada "A." Löw: whether interpretability keeps pace –Asserting→ whether interpretability keeps pace",
      "whether interpretability keeps pace –Default Inference→ Interpretability keeps pace with capability [2]: "yes"",
      "reader-k7f3qa2m: audits fail when “incentives” diverge –Asserting→ audits fail when “incentives” diverge",
      "audits fail when “incentives” diverge –Default Conflict→ Audits are gamed",
      "Interpretability keeps pace with capability [2]: "yes" –Default Conflict→ Scaling without oversight loses control",
      "Default Conflict –Default Conflict→ Scaling without oversight loses control",
      "Audits are gamed –Crux→ Interpretability keeps pace with capability [2]: "yes"",
      "Audits are gamed –Default Inference→ Scaling without oversight loses control",
      "Audits are gamed –Default Conflict→ Default Conflict",
    ]
  `);
});

test('says who marked a passage, where and when', () => {
  const said = read.locutions.map(({ nodeID, personID, source }) => [
    read.participants.find(({ participantID }) => participantID === personID)?.firstname,
    node(nodeID).timestamp,
    source,
  ]);
  expect(said).toMatchInlineSnapshot(`
    [
      [
        "Ada "A." Löw",
        "2026-01-02 03:04:00",
        "https://example.org/bet?a=1&b=2",
      ],
      [
        "reader-k7f3qa2m",
        "2026-01-02 03:04:00",
        "https://example.org/bet?a=1&b=2",
      ],
      [
        "Ada "A." Löw",
        "2026-01-02 03:04:00",
        "https://example.org/bet?a=1&b=2",
      ],
      [
        "reader-k7f3qa2m",
        "2026-01-02 03:04:00",
        "https://example.org/bet?a=1&b=2",
      ],
    ]
  `);
});

test('leaves out passages that only mention a card', () => {
  const mentions = corpusRecords.map((record) =>
    record.kind === 'annotation'
      ? { ...record, cards: record.cards.map((card) => ({ ...card, role: 'mentions' as const })) }
      : record,
  );
  const { locutions, participants }: Aif = JSON.parse(
    writtenFiles(aif, mentions).get('night-school.json') ?? '',
  );
  expect([locutions, participants]).toEqual([[], []]);
});
