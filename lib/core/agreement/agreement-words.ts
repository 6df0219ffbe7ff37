import type { AgreementFigures, Figure, TagFigures } from './agreement-figures';
import type { WhyUndefined } from './measure';

/** Why there is no number, as a sentence's end: "undefined because …". */
export const whyWords: Record<WhyUndefined, string> = {
  'one-annotator': 'no two people annotated the same text',
  'not-looked-for': 'no two people looked for this in the same text',
  'nothing-marked': 'there are no marks to compare',
  'nothing-shared': 'there is nothing that two people judged',
  'one-category': 'everything is the same, so chance alone would agree as well',
  'no-overlap': 'no two people’s marks meet',
  'no-length': 'nothing that was marked has any length',
  'uneven-annotators': 'it needs the same number of people in every text',
  'not-two-annotators': 'it is for one text and two people',
  'filtered-corpus':
    'only a part of what people marked is there: who marked something else would seem to be missing',
  'few-decided': 'fewer than half of the passages are decided',
};

/** The same of one tag; null: of any. Who marked a text alone, or before a round, used the tag all the same. */
export const whyWordsOf = (because: WhyUndefined, tag: string | null): string =>
  because === 'nothing-marked' && tag !== null
    ? 'there are no marks with this tag to compare'
    : whyWords[because];

/** Krippendorff's own lines: conclusions from α ≥ .800, tentative ones from .667 (Content Analysis, 2nd ed. (2004) 241). */
export type Level = 'reliable' | 'tentative' | 'weak' | 'chance';

export const levelOf = (alpha: number): Level =>
  alpha >= 0.8 ? 'reliable' : alpha >= 0.667 ? 'tentative' : alpha > 0.05 ? 'weak' : 'chance';

const levels: Record<Level, string> = {
  reliable: 'agree well enough to draw conclusions from it',
  tentative: 'agree well enough for tentative conclusions only',
  weak: 'agree more than by chance, but too little to draw conclusions from it',
  chance: 'agree no more than by chance',
};

/** Fewer people or passages than these make every number here a matter of luck. Our own line: no source draws one. */
export const enough = { people: 3, passages: 20 };

export const isThin = (people: number, passages: number): boolean =>
  people < enough.people || passages < enough.passages;

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** ".45", "−.12", "1.00". */
export const shortNumber = (value: number): string =>
  value
    .toFixed(2)
    .replace(/^(-?)0\./, '$1.')
    .replace(/^-\.00$/, '.00')
    .replace('-', '−');

const figureWords = (figure: Figure): string =>
  figure.value === null ? `undefined because ${whyWords[figure.because]}` : shortNumber(figure.value);

/** What the figures say and stand on, in plain sentences. `names`: of tags by slug; `people`: who annotated anything, where known. */
export function agreementWords(
  { annotators, texts, tags }: AgreementFigures,
  names: ReadonlyMap<string, string>,
  people?: number,
): string[] {
  const any = tags.find(({ tag }) => tag === null);
  if (texts === 0 || !any)
    return [
      people === 1
        ? 'Only one person counts here so far. Agreement needs two.'
        : 'No two people have annotated the same text yet, so there is nothing to compare.',
    ];
  const who = `${count(annotators, 'person', 'people')} annotated ${texts === 1 ? 'the text' : `${texts} texts that another annotated, too`}`;
  if (any.alpha.because === 'not-looked-for')
    return [`${who}, but no two of them by every tag.`, 'So there are figures for single tags only.'];
  const stands = `${who}; ${any.markers} of them tagged ${count(any.passages, 'passage', 'passages')}.`;
  if (any.alpha.value === null) return [stands, `Agreement is ${figureWords(any.alpha)}.`];
  const said = `On which words are worth a tag they ${levels[levelOf(any.alpha.value)]} (α = ${shortNumber(any.alpha.value)}).`;
  return [stands, said, ...extremes(tags, names)];
}

/** The tag most and the one least agreed on, where they differ and stand on enough. */
function extremes(tags: readonly TagFigures[], names: ReadonlyMap<string, string>): string[] {
  const known = tags.flatMap(({ tag, alpha, passages, markers }) =>
    tag !== null && alpha.value !== null && !isThin(markers, passages) ? [{ tag, alpha: alpha.value }] : [],
  );
  const sorted = known.sort((a, b) => b.alpha - a.alpha);
  const [best, worst] = [sorted[0], sorted.at(-1)];
  if (!best || !worst || best.alpha - worst.alpha < 0.05) return [];
  const named = ({ tag, alpha }: typeof best) => `${names.get(tag) ?? tag} (α = ${shortNumber(alpha)})`;
  return [`They agree most on ${named(best)}, least on ${named(worst)}.`];
}
