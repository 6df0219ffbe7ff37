import { type AgreementFigures, agreementFigures } from '@/lib/core/agreement/agreement-figures';
import type { TaggedSpan } from '@/lib/core/agreement/annotated-text';
import { summingText, type TextSums } from '@/lib/core/agreement/text-sums';
import { tokenizing, tokensWithin } from '@/lib/core/agreement/tokens';
import type { CorpusDocument, CorpusRecord, CorpusTag } from './corpus';

interface Open {
  document: CorpusDocument & { text: string };
  /** In UTF-16 code units, by who marked them. */
  spans: Map<string, TaggedSpan[]>;
}

/**
 * How far annotators agree, from the corpus alone, so that whoever has it gets the same figures. Who found nothing in a
 * blind reading is not in it, so here an annotator of a text is whoever marked something in it or checked a section; texts whose words do not
 * come are left out. Memory: the spans of one text, and sums of the others.
 */
export function corpusAgreement(vocabulary: readonly Pick<CorpusTag, 'slug' | 'retired'>[]) {
  const tags = vocabulary.filter(({ retired }) => !retired).map(({ slug }) => slug);
  const inUse = new Set(tags);
  const sums: TextSums[] = [];
  let open: Open | null = null;
  function* close() {
    if (open) sums.push(yield* sumsOf(open, tags));
    open = null;
  }
  function* begin({ text, ...document }: CorpusDocument) {
    yield* close();
    open = text === null ? null : { document: { ...document, text }, spans: new Map() };
  }
  const spansOf = (person: string): TaggedSpan[] => {
    const found = open?.spans.get(person) ?? [];
    open?.spans.set(person, found);
    return found;
  };
  return {
    /** The work on a text comes back as steps, which must be gone through before the next call. */
    write(record: CorpusRecord): Iterable<unknown> | undefined {
      if (record.kind === 'document') return begin(record);
      if (record.kind === 'coverage') for (const { person } of record.checks) spansOf(person.id);
      else if (record.kind === 'annotation' && record.visibility === 'group') {
        const { start, end } = record;
        spansOf(record.person.id).push({ start, end, tags: record.tags.filter((tag) => inUse.has(tag)) });
      }
    },
    *end(): Generator<unknown, AgreementFigures> {
      yield* close();
      return agreementFigures(sums);
    },
  };
}

function* sumsOf({ document, spans }: Open, tags: readonly string[]): Generator<unknown, TextSums> {
  const tokens = yield* tokenizing(document.text, document.language);
  const annotators = [...spans]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, own]) => ({
      id,
      spans: own.map((span) => ({ ...tokensWithin(tokens, span), tags: span.tags })),
    }));
  return yield* summingText({ length: tokens.starts.length, annotators }, tags);
}
