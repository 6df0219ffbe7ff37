import type {
  CorpusAdjudication,
  CorpusAnnotation,
  CorpusCoverage,
  CorpusDocument,
  CorpusHead,
  CorpusReaction,
  CorpusReply,
} from '@/lib/core/corpus/corpus';
import { corpusPeople } from '@/lib/core/corpus/corpus-people';
import type { CorpusRange } from '@/lib/core/corpus/corpus-range';
import { type CorpusWriter, type ExportFormat, guarded, type Put } from '@/lib/core/export/export-format';
import { corpusFileName } from '@/lib/core/export/file-names';
import { groupLine } from './jsonl-group';
import {
  emptySha256,
  type JsonlAdjudication,
  type JsonlCheck,
  type JsonlReply,
  type JsonlSpan,
  jsonlSchemaName,
} from './jsonl-line';

/**
 * Our own format, which loses nothing that came: a line for the group with its cards, then one for each text. Spans go out
 * as they come; replies wait for the end of their document's spans, so memory is for the replies of one document.
 */
export const jsonl: ExportFormat = {
  title: 'JSON Lines',
  madeFor: 'analysis',
  mediaType: 'application/jsonl',
  extension: 'jsonl',
  files: 'one',
  keeps:
    'Everything that is exported: texts with their structure, passages in both units, threads, cards, positions, vocabulary, decisions and coverage.',
  loses: 'The guideline, which the bundle has; nothing else.',
  withoutText: 'quotations',
  tells: guarded,
  lacks: [],
  partly: [],
  writer: jsonlWriter,
};

function jsonlWriter(head: CorpusHead, put: Put): CorpusWriter {
  const file = `${corpusFileName(head)}.jsonl`;
  const out = (piece: string) => put(file, piece);
  const first = groupLine(head, out);
  let open: ReturnType<typeof documentLine> | null = null;
  const close = () => {
    if (open) open.end();
    else first.end();
  };
  return {
    write(record) {
      if (record.kind === 'card') return first.card(record);
      if (record.kind === 'document') {
        close();
        open = documentLine(record, out);
      } else if (record.kind === 'annotation') open?.annotation(record);
      else if (record.kind === 'adjudication') open?.adjudication(record);
      else open?.coverage(record);
    },
    end: close,
  };
}

function documentLine(document: CorpusDocument, out: (piece: string) => void) {
  const people = corpusPeople();
  const replies: string[] = [];
  let checks: JsonlCheck[] = [];
  const decided: JsonlAdjudication[] = [];
  let comma = '';
  const isWithheld = document.text === null;
  const nothing = '"spans":[],"replies":[],"checks":[],';
  out(opening(document));
  out(isWithheld ? `${nothing}"withheld":{"text_sha256":"${document.sha256}","spans":[` : '"spans":[');
  return {
    annotation(annotation: CorpusAnnotation) {
      out(comma + JSON.stringify(spanOf(annotation, people.add)));
      comma = ',';
      for (const reply of annotation.replies)
        replies.push(JSON.stringify(replyOf(reply, annotation.id, people.add)));
    },
    adjudication: (decision: CorpusAdjudication) => decided.push(adjudicationOf(decision, people.add)),
    coverage(coverage: CorpusCoverage) {
      checks = coverage.checks.map(({ tag, person, created, ...range }) => ({
        tag,
        user: people.add(person),
        ...rangeOf(range),
        created,
      }));
    },
    end() {
      out('],"replies":[');
      for (const [i, reply] of replies.entries()) out(i === 0 ? reply : `,${reply}`);
      out(`],"checks":${JSON.stringify(checks)}`);
      if (decided.length > 0) out(`,"adjudications":${JSON.stringify(decided)}`);
      out(isWithheld ? '}' : ',"withheld":null');
      out(`,"cards":[],"relations":[],"positions":[],"people":${JSON.stringify(people.all())}}\n`);
    },
  };
}

/** The line up to its spans. */
function opening({
  id,
  essay,
  slug,
  number,
  title,
  authors,
  url,
  licence,
  language,
  created,
  ...rest
}: CorpusDocument) {
  const known = {
    schema: jsonlSchemaName,
    kind: 'document',
    id,
    essay,
    slug,
    version: number,
    title,
    authors,
    url,
  };
  const text = {
    text: rest.text ?? '',
    text_sha256: rest.text === null ? emptySha256 : rest.sha256,
    offset_unit: 'unicode_code_point',
    structure: rest.structure,
  };
  return `${JSON.stringify({ ...known, license: licence, language, created, ...text }).slice(0, -1)},`;
}

type Add = ReturnType<typeof corpusPeople>['add'];

const rangeOf = ({ start, end, startPoint, endPoint }: CorpusRange) => ({
  start: startPoint,
  end: endPoint,
  start_utf16: start,
  end_utf16: end,
});

const reactionsOf = (reactions: readonly CorpusReaction[], add: Add) =>
  reactions.map(({ kind, person }) => ({ kind, user: add(person) }));

/** Written out in full: this runs once for every annotation of a corpus, and copying objects would take as long again. */
const spanOf = (annotation: CorpusAnnotation, add: Add): JsonlSpan => ({
  id: annotation.id,
  start: annotation.startPoint,
  end: annotation.endPoint,
  start_utf16: annotation.start,
  end_utf16: annotation.end,
  label: annotation.tags[0] ?? null,
  tags: annotation.tags as string[],
  annotator: add(annotation.person),
  quote: annotation.quote,
  prefix: annotation.prefix,
  suffix: annotation.suffix,
  comment: annotation.comment ?? '',
  card: annotation.cards[0]?.id ?? null,
  cards: annotation.cards.map(({ id, role }) => ({ id, role })),
  visibility: annotation.visibility,
  held: annotation.held,
  resolved: annotation.resolved && {
    user: annotation.resolved.person && add(annotation.resolved.person),
    at: annotation.resolved.at,
  },
  reactions: reactionsOf(annotation.reactions, add),
  created: annotation.created,
  modified: annotation.modified,
  anchor: {
    status: annotation.anchor.state,
    method: annotation.anchor.method,
    confidence: annotation.anchor.confidence,
  },
  via: annotation.via as string[] | undefined,
});

const adjudicationOf = (decision: CorpusAdjudication, add: Add): JsonlAdjudication => ({
  id: decision.id,
  verdict: decision.verdict,
  reason: decision.reason,
  user: decision.person && add(decision.person),
  created: decision.created,
  decides: [...decision.annotations],
  spans: decision.marks.map(({ id, tags, quote, prefix, suffix, ...range }) => ({
    id,
    ...rangeOf(range),
    label: tags[0] ?? null,
    tags: [...tags],
    quote,
    prefix,
    suffix,
  })),
});

const replyOf = (reply: CorpusReply, annotation: string, add: Add): JsonlReply => ({
  id: reply.id,
  parent: reply.parent ?? annotation,
  user: reply.words && add(reply.words.person),
  body: reply.words?.comment ?? null,
  held: reply.held,
  reactions: reactionsOf(reply.reactions, add),
  created: reply.created,
  modified: reply.words?.modified ?? null,
});
