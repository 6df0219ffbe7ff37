import { type AgreementFigures, agreementFigures } from '@/lib/core/agreement/agreement-figures';
import type { Judge, TaggedSpan } from '@/lib/core/agreement/annotated-text';
import { type Check, lookedThrough } from '@/lib/core/agreement/looked-for';
import { undefinedBecause } from '@/lib/core/agreement/measure';
import { textInTokens } from '@/lib/core/agreement/text-in-tokens';
import { summingText, type TextSums } from '@/lib/core/agreement/text-sums';
import { tokenizing } from '@/lib/core/agreement/tokens';
import { byId } from '@/lib/core/crux/grouped';
import { sections } from '@/lib/core/essay/sections';
import type { CorpusDocument, CorpusHead, CorpusRecord } from './corpus';
import type { ExportChoice } from './export-choice';

interface Open {
  document: CorpusDocument & { text: string };
  /** Offsets are UTF-16 code units. */
  marks: (TaggedSpan & { author: string })[];
  checks: Check[];
}

/**
 * How far annotators agree, from the corpus alone, so that whoever has it gets the same figures. Who found nothing in a
 * blind reading is not in it, so here an annotator of a text is whoever marked something in it or checked every section of it
 * for a tag; texts whose words do not come are left out. Where not all marks come there are no figures. Memory: the spans
 * of one text, and sums of the others.
 */
export function corpusAgreement({ tags: vocabulary, choice }: Pick<CorpusHead, 'tags' | 'choice'>) {
  const tags = vocabulary.filter(({ retired }) => !retired).map(({ slug }) => slug);
  const inUse = new Set(tags);
  const isPart = leavesOut(choice);
  const sums: TextSums[] = [];
  let open: Open | null = null;
  function* close() {
    if (open) sums.push(yield* sumsOf(open, tags));
    open = null;
  }
  function* begin({ text, ...document }: CorpusDocument) {
    yield* close();
    open = text === null || isPart ? null : { document: { ...document, text }, marks: [], checks: [] };
  }
  return {
    /** The work on a text comes back as steps, which must be gone through before the next call. */
    write(record: CorpusRecord): (Iterator<unknown> & Iterable<unknown>) | undefined {
      if (record.kind === 'document') return begin(record);
      if (record.kind === 'coverage')
        for (const { person, tag, start, end } of record.checks)
          open?.checks.push({ person: person.id, tag, start, end });
      else if (record.kind === 'annotation' && record.visibility === 'group' && record.held === null) {
        const { start, end, person } = record;
        open?.marks.push({
          author: person.id,
          start,
          end,
          tags: record.tags.filter((tag) => inUse.has(tag)),
        });
      }
    },
    *end(): Generator<unknown, AgreementFigures> {
      yield* close();
      return isPart ? undefinedFigures : agreementFigures(sums);
    },
  };
}

/** Whether some of what everybody said comes and some does not, so that who said something else seems to be missing. */
const leavesOut = ({ scope, q, tags, people, from, to, visibility, status, parts }: ExportChoice): boolean =>
  scope === 'mine' ||
  visibility === 'private' ||
  status !== 'all' ||
  [q, tags, people, from, to].some((filter) => filter !== undefined) ||
  !(['annotations', 'coverage'] as const).every((part) => parts.includes(part));

const nothing = { ...undefinedBecause('filtered-corpus'), n: 0, unit: 'passages' as const };

/** Of a corpus that is a part of what was said. */
const undefinedFigures: AgreementFigures = {
  annotators: 0,
  texts: 0,
  tokens: 0,
  tags: [],
  tagged: { units: nothing, binary: nothing, coding: nothing },
};

function* sumsOf({ document, marks, checks }: Open, tags: readonly string[]): Generator<unknown, TextSums> {
  const tokens = yield* tokenizing(document.text, document.language);
  const whole = { start: 0, end: document.text.length };
  const readers = new Map<string, Judge>();
  const asked = { sections: document.structure ? sections(document.structure) : [whole], tags };
  for (const judge of lookedThrough(checks, asked)) readers.set(judge.id, judge);
  for (const { author } of marks) readers.set(author, { id: author });
  const judges = [...readers.values()].sort((a, b) => byId(a.id, b.id));
  return yield* summingText(textInTokens(tokens, { readers: judges, marks }), tags);
}
