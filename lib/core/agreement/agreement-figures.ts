import { sum } from './counted-items';
import { fleissKappa } from './fleiss-kappa';
import { gwetAc1 } from './gwet-ac1';
import { krippendorffAlpha } from './krippendorff-alpha';
import { type Measure, measured, undefinedBecause, type WhyUndefined } from './measure';
import type { PairSum, TagSums, TextSums } from './text-sums';
import { unitAlpha } from './unit-alpha';
import { addCoincidences } from './unit-coincidences';

/** A measure with what it stands on. */
export type Figure = Measure & {
  /** How many of `unit`. */
  n: number;
  unit: 'tokens' | 'pairs' | 'passages';
};

export interface TagFigures {
  /** Slug; null: marked at all, with whatever tag. */
  tag: string | null;
  /** Spans with it. */
  passages: number;
  /** Who judged a text by it that another judged by it, too: marked something, or looked for it and found nothing. */
  annotators: number;
  /** Those of them who marked any. */
  markers: number;
  /** Tokens that somebody marked, of those that two or more read. */
  marked: number;
  /** Krippendorff's α on tokens. */
  alpha: Figure;
  /** uα of the tag by itself. */
  unitAlpha: Figure;
  /** (k)uα: where two marked something, do they say this. For whatever tag it is cuα: do they say the same. */
  valueAlpha: Figure;
  /** α_U, between exactly two. */
  alphaU: Figure;
  fleiss: Figure;
  /** Gwet's AC1 on tokens: rare tags do not bring it down. */
  ac1: Figure;
  /** Means over pairs of people who annotated the same text. */
  cohen: Figure;
  exact: Figure;
  overlap: Figure;
}

export interface AgreementFigures {
  /** Who judged a text by a tag that another judged it by, too: marked something, or looked and found nothing. */
  annotators: number;
  /** Texts that two or more judged by the same tag. */
  texts: number;
  /** Tokens of these. */
  tokens: number;
  tags: TagFigures[];
  /** uα, |uα and cuα with the tags as values. */
  tagged: { units: Figure; binary: Figure; coding: Figure };
}

/** The measures of one text, or of several as one: what could not be compared says so instead of counting. */
export function agreementFigures(all: readonly TextSums[]): AgreementFigures {
  const texts = all.filter(({ tags }) => [...tags.values()].some(isComparable));
  const sumsOf = (tag: string | null) => texts.map(({ tags }) => tags.get(tag)!).filter(isComparable);
  const whole = texts.filter(({ tags }) => isComparable(tags.get(null)!));
  const tagged = unitAlpha(addCoincidences(whole.map((text) => text.tagged)));
  const apart: WhyUndefined = texts.length > 0 ? 'not-looked-for' : 'one-annotator';
  const ofValue = (tag: string) =>
    whole.length === 0 ? undefinedBecause(apart) : tagged.byValue.get(tag)?.alpha;
  const tags = [...((texts[0] ?? all[0])?.tags.keys() ?? [])];
  const any = sumsOf(null);
  const passages = sum(any.map((sums) => sums.passages));
  const standing: Standing = {
    n: passages,
    unit: 'passages',
    why: any.length === 0 ? apart : whyNot(passages),
  };
  return {
    annotators: judgesOf(tags.flatMap(sumsOf)),
    texts: texts.length,
    tokens: sum(texts.map(({ length }) => length)),
    tags: tags.map((tag) => ({
      tag,
      ...tagFigures(sumsOf(tag), { value: tag === null ? tagged.coding : ofValue(tag), apart }),
    })),
    tagged: {
      units: figure(tagged.units, standing),
      binary: figure(tagged.binary, standing),
      coding: figure(tagged.coding, standing),
    },
  };
}

const judgesOf = (sums: readonly TagSums[]): number =>
  new Set(sums.flatMap(({ annotators }) => annotators)).size;

const isComparable = ({ annotators }: TagSums) => annotators.length >= 2;

const whyNot = (passages: number): WhyUndefined | null => (passages === 0 ? 'nothing-marked' : null);

interface Standing {
  n: number;
  unit: Figure['unit'];
  /** Why there is nothing to measure, whatever the measure. */
  why: WhyUndefined | null;
}

const figure = (measure: Measure, { n, unit, why }: Standing): Figure => ({
  ...(why ? undefinedBecause(why) : measure),
  n,
  unit,
});

/** `sums`: of the texts that two or more judged by the tag; `apart`: why there are none. */
function tagFigures(
  sums: readonly TagSums[],
  { value, apart }: { value: Measure | undefined; apart: WhyUndefined },
): Omit<TagFigures, 'tag'> {
  const items = sums.flatMap((one) => one.items);
  const passages = sum(sums.map((one) => one.passages));
  const why = sums.length === 0 ? apart : whyNot(passages);
  const tokens = { n: sum(items.map(({ times }) => times)), unit: 'tokens', why } as const;
  const spans = { n: passages, unit: 'passages', why } as const;
  const mean = (of: (one: TagSums) => PairSum) => {
    const pairs = sum(sums.map((one) => of(one).pairs));
    const all = sum(sums.map((one) => of(one).sum));
    const measure = pairs > 0 ? measured(all / pairs) : undefinedBecause('one-category');
    return figure(measure, { n: pairs, unit: 'pairs', why });
  };
  return {
    passages,
    annotators: judgesOf(sums),
    markers: new Set(sums.flatMap(({ markers }) => [...markers.keys()])).size,
    marked: sum(items.map(({ counts, times }) => (counts[1]! > 0 ? times : 0))),
    alpha: figure(krippendorffAlpha({ values: [0, 1], items }).alpha, tokens),
    unitAlpha: figure(unitAlpha(addCoincidences(sums.map(({ units }) => units))).units, spans),
    valueAlpha: figure(value ?? undefinedBecause('no-overlap'), spans),
    alphaU: figure(alphaUOf(sums), spans),
    fleiss: figure(fleissKappa(items).kappa, tokens),
    ac1: figure(gwetAc1(items), tokens),
    cohen: mean(({ kappa }) => kappa),
    exact: mean(({ exact }) => exact),
    overlap: mean(({ overlap }) => overlap),
  };
}

/** It is of one continuum, so of one text only. */
const alphaUOf = ([first, ...others]: readonly TagSums[]): Measure =>
  first?.annotators.length === 2 && others.length === 0
    ? first.alphaU.alpha
    : undefinedBecause('not-two-annotators');
