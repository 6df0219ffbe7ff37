import type {
  CorpusAdjudication,
  CorpusAnnotation,
  CorpusCoverage,
  CorpusPerson,
  CorpusRecord,
  CorpusReply,
} from './corpus';
import { corpusCards } from './corpus-cards.fixture';
import { ada, at, bo, id } from './corpus-names.fixture';
import { corpusPassage, corpusRange, countedText } from './corpus-range';
import { aDocument, anAnnotation, rangeOf } from './corpus-records.fixture';

/** The same corpus for every format: an emoji, a right-to-left and a Chinese passage, and words that break what is careless. */

const betText = [
  'The Alignment Bet',
  'If we scale models 🚀 without oversight, we will lose control. The main crux is whether interpretability keeps pace.\nEven so, deployers will race; audits fail when “incentives” diverge [1].',
  'قال الباحث إن الرقابة تفشل عندما تتباعد الحوافز، وهذا 🧭 هو السؤال.',
  '研究者认为，当激励分歧时，审计就会失败；这才是关键所在。',
  '[1] See the appendix, e.g. naïve_cost|benefit -> 5*3, <b>&amp; "so on".',
].join('\n\n');
const closedText = 'Nobody may copy this. It says that jars are full of thanks 🫙 all the same.';

const reply = (name: string, parent: string | null, comment: string | null, person = ada): CorpusReply => ({
  id: id(name),
  parent: parent && id(parent),
  words: comment === null ? null : { person, comment, modified: null },
  held: null,
  created: at(10),
  reactions: [],
});

const annotations: CorpusAnnotation[] = [
  anAnnotation(betText, 'If we scale models 🚀 without oversight, we will lose control.', {
    id: id('a1'),
    tags: ['claim'],
    comment: 'Central thesis.',
    modified: at(9),
    cards: [{ id: id('T1'), number: 1, role: 'states' }],
  }),
  anAnnotation(betText, 'we will lose control', { id: id('a5'), person: bo, tags: ['claim', 'crux'] }),
  anAnnotation(betText, 'The main crux is whether interpretability keeps pace.\nEven so', {
    id: id('a3'),
    person: bo,
    tags: ['crux'],
    cards: [{ id: id('C1'), number: 2, role: 'states' }],
  }),
  anAnnotation(betText, 'whether interpretability keeps pace', {
    id: id('a2'),
    tags: ['crux'],
    comment: 'Would change my *mind*.\n\n> Really?',
    cards: [{ id: id('C1'), number: 2, role: 'supports' }],
    resolved: { person: bo, at: at(30) },
    reactions: [
      { kind: 'agree', person: bo },
      { kind: 'helpful', person: bo },
    ],
    replies: [
      reply('r1', null, 'Mine too – see *Olah 2023*.', bo),
      reply('r2', 'r1', '=SUM(A1) is not a formula here'),
      reply('r3', null, null),
      reply('r4', 'r3', '-1, "quoted"; ＝and\nmore', bo),
    ],
  }),
  anAnnotation(betText, 'audits fail when “incentives” diverge', {
    id: id('a4'),
    person: bo,
    tags: ['failure-mode'],
    comment: 'Goodhart,\n"metrics" eat\tthe goal',
    cards: [{ id: id('F1'), number: 3, role: 'opposes' }],
  }),
  anAnnotation(betText, 'وهذا 🧭 هو السؤال', { id: id('a6'), tags: ['crux'], comment: 'سؤال جيد' }),
  anAnnotation(betText, '当激励分歧时，审计就会失败', { id: id('a7'), person: bo, comment: '关键 🔑' }),
  anAnnotation(betText, '<b>&amp; "so on"', {
    id: id('a8'),
    comment: '[x](http://example.org) </script> ]]> {{ }} [^1]',
  }),
];

const closed = [
  anAnnotation(closedText, 'thanks 🫙 all', {
    id: id('a9'),
    person: bo,
    tags: ['claim'],
    replies: [reply('r5', null, 'Quite.')],
  }),
];

/** What was decided on the two marks of losing control, and on the one of audits. */
const decisions: CorpusAdjudication[] = [
  {
    kind: 'adjudication',
    id: id('d1'),
    verdict: 'accept',
    reason: '=The clause, <b>not</b> the sentence.',
    person: bo,
    created: at(35),
    annotations: [id('a1'), id('a5')],
    marks: [
      {
        id: id('m1'),
        tags: ['claim', 'crux'],
        ...corpusPassage(countedText(betText), rangeOf(betText, 'we will lose control')),
      },
    ],
  },
  {
    kind: 'adjudication',
    id: id('d2'),
    verdict: 'reject',
    reason: '',
    person: null,
    created: at(36),
    annotations: [id('a4')],
    marks: [],
  },
];

/** The whole text is what was looked through. */
const coverage = (text: string, tag: string, person: CorpusPerson): CorpusCoverage => ({
  kind: 'coverage',
  checks: [
    { ...corpusRange(countedText(text), { start: 0, end: text.length }), tag, person, created: at(40) },
  ],
});

/** In the order in which it is read. */
export const corpusRecords: readonly CorpusRecord[] = [
  ...corpusCards,
  aDocument('bet', betText, { annotations: annotations.length }),
  ...annotations,
  ...decisions,
  coverage(betText, 'failure-mode', bo),
  aDocument('closed', closedText, {
    text: null,
    annotations: closed.length,
    title: '=The Jar',
    authors: [],
    url: null,
    licence: 'All rights reserved',
  }),
  ...closed,
  coverage(closedText, 'crux', ada),
];
