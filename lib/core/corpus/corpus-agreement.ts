import { type AgreementFigures, agreementFigures } from '@/lib/core/agreement/agreement-figures';
import type { TaggedSpan } from '@/lib/core/agreement/annotated-text';
import { type TextSums, textSums } from '@/lib/core/agreement/text-sums';
import { tokenize, tokensWithin } from '@/lib/core/agreement/tokens';
import type { CorpusDocument, CorpusRecord, CorpusTag } from './corpus';

interface Open {
  document: CorpusDocument & { text: string };
  /** In UTF-16 code units, by who marked them. */
  spans: Map<string, TaggedSpan[]>;
}

/**
 * How far annotators agree, from the corpus alone, so that whoever has it gets the same figures. Who opened a text is not
 * in it, so here an annotator of a text is whoever marked something in it or checked a section; texts whose words do not
 * come are left out. Memory: the spans of one text, and sums of the others.
 */
export function corpusAgreement(vocabulary: readonly Pick<CorpusTag, 'slug' | 'retired'>[]) {
  const tags = vocabulary.filter(({ retired }) => !retired).map(({ slug }) => slug);
  const inUse = new Set(tags);
  const sums: TextSums[] = [];
  let open: Open | null = null;
  const close = () => {
    if (open) sums.push(sumsOf(open, tags));
    open = null;
  };
  const spansOf = (person: string): TaggedSpan[] => {
    const found = open?.spans.get(person) ?? [];
    open?.spans.set(person, found);
    return found;
  };
  return {
    write(record: CorpusRecord): void {
      if (record.kind === 'document') {
        close();
        open = record.text === null ? null : { document: { ...record, text: record.text }, spans: new Map() };
      } else if (record.kind === 'coverage') for (const { person } of record.checks) spansOf(person.id);
      else if (record.kind === 'annotation' && record.visibility === 'group') {
        const { start, end } = record;
        spansOf(record.person.id).push({ start, end, tags: record.tags.filter((tag) => inUse.has(tag)) });
      }
    },
    end(): AgreementFigures {
      close();
      return agreementFigures(sums);
    },
  };
}

function sumsOf({ document, spans }: Open, tags: readonly string[]): TextSums {
  const tokens = tokenize(document.text, document.language);
  const annotators = [...spans]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, own]) => ({
      id,
      spans: own.map((span) => ({ ...tokensWithin(tokens, span), tags: span.tags })),
    }));
  return textSums({ length: tokens.starts.length, annotators }, tags);
}
