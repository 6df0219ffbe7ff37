import type { CorpusCard } from './corpus';
import { ada, at, bo, id } from './corpus-names.fixture';

const card = (name: string, number: number, rest: Partial<CorpusCard>): CorpusCard => ({
  kind: 'card',
  id: id(name),
  number,
  type: 'claim',
  statement: 'Scaling without oversight loses control',
  details: '',
  operationalization: '',
  resolvesBy: null,
  resolutionSource: null,
  status: 'canonical',
  root: false,
  held: null,
  version: 1,
  person: ada,
  created: at(20),
  changed: at(21),
  wordings: [],
  aliases: [],
  occurrences: [],
  relations: [],
  positions: [],
  beliefs: [],
  ...rest,
});

const relation = {
  rationale: '',
  state: 'accepted',
  person: ada,
  created: at(22),
  toRelation: null,
} as const;
const position = {
  reason: '',
  wouldChangeMind: '',
  version: 1,
  inherited: false,
  created: at(23),
  superseded: null,
};

export const corpusCards: readonly CorpusCard[] = [
  card('T1', 1, { root: true, occurrences: [{ id: id('o1'), annotation: id('a1'), role: 'states' }] }),
  card('C1', 2, {
    type: 'crux',
    statement: 'Interpretability keeps pace with capability [2]: "yes"',
    version: 2,
    details: 'See *below*.',
    operationalization: 'A probe finds 90 %.',
    resolvesBy: '2030-01-01',
    wordings: [
      { version: 1, statement: 'Interpretability keeps up', created: at(20), wordingOnly: false },
      {
        version: 2,
        statement: 'Interpretability keeps pace with capability [2]: "yes"',
        created: at(21),
        wordingOnly: true,
      },
    ],
    aliases: [{ id: id('old'), number: 4, statement: 'We can read minds of models' }],
    occurrences: [
      { id: id('o3'), annotation: id('a3'), role: 'states' },
      { id: id('o2'), annotation: id('a2'), role: 'supports' },
    ],
    relations: [{ ...relation, id: id('x1'), type: 'attacks', to: id('T1'), rationale: 'It would be seen.' }],
    positions: [
      { ...position, id: id('p1'), person: ada, credence: 80, reason: 'Progress.' },
      { ...position, id: id('p2'), person: bo, credence: 20 },
      { ...position, id: id('p3'), person: bo, credence: null, superseded: at(23) },
    ],
    beliefs: [{ person: ada, target: id('T1'), ifTrue: 30, ifFalse: 90, strength: null }],
  }),
  card('F1', 3, {
    type: 'failure-mode',
    statement: 'Audits are gamed',
    status: 'proposed',
    person: null,
    occurrences: [{ id: id('o4'), annotation: id('a4'), role: 'opposes' }],
    relations: [
      { ...relation, id: id('x2'), type: 'crux-for', to: id('C1'), state: 'proposed' },
      { ...relation, id: id('x3'), type: 'supports', to: id('T1') },
      { ...relation, id: id('x4'), type: 'undercuts', to: null, toRelation: id('x1'), person: null },
    ],
  }),
];
