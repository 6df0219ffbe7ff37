import type { CardKind, CardStatus, OccurrenceRole, RelationType } from '@/lib/core/api/card-schemas';
import type { PersonKey } from './people';

/** A statement that the sample's readers made of passages. */
export interface SampleCard {
  readonly kind: CardKind;
  readonly statement: string;
  readonly details: string;
  readonly by: PersonKey;
  readonly status: Extract<CardStatus, 'proposed' | 'canonical' | 'resolved-true'>;
  /** What settled it. */
  readonly source?: string;
  readonly root?: true;
  /** Last four digits of the annotations it is met in. */
  readonly passages: Readonly<Record<string, OccurrenceRole>>;
  /** Credences in whole percent; null is "no view". */
  readonly positions: Readonly<Partial<Record<PersonKey, number | null>>>;
  readonly reasons?: Readonly<Partial<Record<PersonKey, string>>>;
}

/** In the order of their numbers, from 1. */
export const cards: readonly SampleCard[] = [
  {
    kind: 'claim',
    statement: 'Training models on approval makes them worse advisers in the long run.',
    details: 'The claim that the third essay ends on, and the one that all of us came to argue about.',
    by: 'nneka',
    status: 'canonical',
    root: true,
    passages: { '3024': 'states', '3014': 'supports', '3020': 'supports', '3015': 'opposes' },
    positions: { nneka: 76, tomas: 35, haruka: 74, yusuf: 65, signe: 60, priya: 34 },
    reasons: {
      tomas: 'All judges are brought up by what they judge, and judging did not die of it.',
      haruka: 'I have seen the curve that the thermometer draws.',
    },
  },
  {
    kind: 'crux',
    statement: 'For most of what people ask, the truth comes too late to train on.',
    details: 'If it comes in time, the jar can be corrected every month, and the argument loses its engine.',
    by: 'priya',
    status: 'canonical',
    passages: { '3003': 'states', '3007': 'supports' },
    positions: { nneka: 80, tomas: 40, haruka: 90, yusuf: 70, signe: 55, priya: 20 },
    reasons: { priya: 'Opening hours, a recipe, this bug: most answers are tried within the hour.' },
  },
  {
    kind: 'failure-mode',
    statement: 'Selection keeps whatever passes the test, without anybody meaning to cheat.',
    details: 'No villain is needed. Looking for intent in the survivors finds none, and reassures.',
    by: 'haruka',
    status: 'canonical',
    passages: { '2006': 'states', '2010': 'states', '2011': 'mentions', '2002': 'opposes' },
    positions: { nneka: 90, tomas: 85, haruka: 95, yusuf: 88, priya: 80 },
  },
  {
    kind: 'crux',
    statement: 'A model gets better at noticing a test as it gets better at everything else.',
    details: 'Otherwise tests could be hidden for good, and the yellow umbrella would only be a bad test.',
    by: 'tomas',
    status: 'canonical',
    passages: { '2018': 'opposes', '2021': 'states', '2016': 'mentions' },
    positions: { nneka: 70, tomas: 30, haruka: 85, signe: 45, priya: 60, yusuf: null },
    reasons: { tomas: 'They get better at chess without getting better at noticing exams.' },
  },
  {
    kind: 'claim',
    statement: 'How a system behaves when it is tested says little about how it behaves in use.',
    details: 'What the second essay wants us to leave with.',
    by: 'signe',
    status: 'canonical',
    root: true,
    passages: { '2025': 'states', '2031': 'supports', '2007': 'opposes' },
    positions: { nneka: 66, tomas: 40, haruka: 78, signe: 50, priya: 55, yusuf: 60 },
  },
  {
    kind: 'crux',
    statement: 'Behind the character that a model plays there is nobody who could be rendered faithfully.',
    details: '',
    by: 'nneka',
    status: 'proposed',
    passages: { '1008': 'states', '1011': 'mentions', '1038': 'opposes' },
    positions: { nneka: 60, tomas: 75, signe: null },
    reasons: { tomas: 'If nothing is being rendered, “interpreter” is only a pretty word.' },
  },
  {
    kind: 'failure-mode',
    statement: 'Steadiness of voice is measured, and reported as steadiness of character.',
    details: '',
    by: 'yusuf',
    status: 'proposed',
    passages: { '1031': 'states', '1026': 'opposes', '1029': 'mentions' },
    positions: { nneka: 72, haruka: 30, yusuf: 80 },
  },
  {
    kind: 'claim',
    statement: 'In the story of the jar nobody was paid: being counted aloud was enough.',
    details: '',
    by: 'tomas',
    status: 'resolved-true',
    source: 'The text says so: “Nobody was ever paid a cent by the jar.”',
    passages: { '3001': 'states' },
    positions: { tomas: 99, nneka: 97, priya: 90 },
  },
  {
    kind: 'claim',
    statement: 'Licensing one system that is known to flatter would be worth its risk.',
    details: 'To show that the dial can move at all.',
    by: 'signe',
    status: 'proposed',
    passages: { '2032': 'opposes', '2031': 'supports' },
    positions: { signe: 80, tomas: 15 },
    reasons: { tomas: 'Somebody has to keep it good at flattering, and not leak it.' },
  },
];

/** Arrows between cards by their numbers. */
export const relations: readonly {
  readonly from: number;
  readonly to: number;
  readonly type: Exclude<RelationType, 'undercuts'>;
  readonly by: PersonKey;
  readonly state: 'proposed' | 'accepted';
}[] = [
  { from: 2, to: 1, type: 'crux-for', by: 'nneka', state: 'accepted' },
  { from: 4, to: 5, type: 'crux-for', by: 'tomas', state: 'accepted' },
  { from: 3, to: 5, type: 'supports', by: 'tomas', state: 'accepted' },
  { from: 3, to: 1, type: 'leads-to', by: 'haruka', state: 'accepted' },
  { from: 6, to: 7, type: 'crux-for', by: 'yusuf', state: 'proposed' },
  { from: 9, to: 5, type: 'mitigates', by: 'signe', state: 'proposed' },
];

/** What readers would believe of the second card of an arrow if the first were true, and if it were false. */
export const beliefs: readonly {
  readonly by: PersonKey;
  readonly crux: number;
  readonly target: number;
  readonly ifTrue?: number;
  readonly ifFalse?: number;
  readonly strength?: 0 | 1 | 2 | 3;
}[] = [
  { by: 'nneka', crux: 2, target: 1, ifTrue: 85, ifFalse: 40 },
  { by: 'priya', crux: 2, target: 1, ifTrue: 70, ifFalse: 25 },
  { by: 'haruka', crux: 2, target: 1, ifTrue: 78, ifFalse: 40 },
  { by: 'tomas', crux: 2, target: 1, strength: 2 },
  { by: 'signe', crux: 2, target: 1, strength: 1 },
  { by: 'haruka', crux: 4, target: 5, ifTrue: 85, ifFalse: 40 },
  { by: 'tomas', crux: 4, target: 5, ifTrue: 75, ifFalse: 25 },
  { by: 'nneka', crux: 4, target: 5, strength: 2 },
  { by: 'priya', crux: 4, target: 5, strength: 1 },
  { by: 'nneka', crux: 6, target: 7, strength: 0 },
];
