import { verdicts } from '@/lib/core/adjudication/decisions-in-force';
import type { CorpusAdjudication } from '@/lib/core/corpus/corpus';
import type { BadRow } from '@/lib/core/corpus-import/import-report';
import { tagNames } from './tag-items';
import { passageIn, sourceOf, sourcesFor, valuesFor, type WebAnnotation } from './web-annotation';

interface FoundDecision {
  /** IRI of the text that it is about. */
  source: string;
  record: CorpusAdjudication;
  row: number;
}

interface Items {
  decisions: readonly WebAnnotation[];
  /** What they left standing. */
  decided: readonly WebAnnotation[];
  annotations: readonly WebAnnotation[];
}

/** What adjudicators decided about annotations of the file. */
export function decisionsOf({ decisions, decided, annotations }: Items): {
  decisions: FoundDecision[];
  bad: BadRow[];
} {
  const found: FoundDecision[] = [];
  const bad: BadRow[] = [];
  const marks = new Map(decided.map((item) => [item.iri, item]));
  const known = new Map(annotations.map((item) => [item.iri, item]));
  for (const item of decisions) {
    const subjects = item.targets.flatMap((iri) => known.get(iri) ?? []);
    const source = subjects[0] && sourceOf(subjects[0].target);
    const verdict = verdicts.find((one) => valuesFor(item, 'moderating').includes(one));
    if (source === undefined || !verdict) {
      const reason = verdict
        ? 'It decides about nothing that is there.'
        : 'It does not say what was decided.';
      bad.push({ row: item.row, what: `decision ${item.id}`, reason });
      continue;
    }
    const { id, person, created, row } = item;
    const record: CorpusAdjudication = {
      kind: 'adjudication',
      id,
      verdict,
      person,
      created,
      reason: valuesFor(item, 'commenting').join('\n\n'),
      annotations: subjects.map((one) => one.id),
      marks: sourcesFor(item, 'linking').flatMap((iri) => {
        const mark = marks.get(iri);
        return mark ? [markOf(mark)] : [];
      }),
    };
    found.push({ source, record, row });
  }
  return { decisions: found, bad };
}

const markOf = (item: WebAnnotation): CorpusAdjudication['marks'][number] => ({
  id: item.id,
  ...passageIn(item.target),
  tags: tagNames(item).map(({ slug }) => slug),
});
