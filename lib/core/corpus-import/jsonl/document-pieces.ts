import { z } from 'zod';
import { Timestamp } from '@/lib/core/api/timestamp';
import type {
  CorpusAdjudication,
  CorpusAnnotation,
  CorpusCoverage,
  CorpusReply,
} from '@/lib/core/corpus/corpus';
import { checked, checkedEach, nthNamed } from '@/lib/core/corpus-import/checked-rows';
import type { SourcePiece } from '@/lib/core/corpus-import/corpus-source';
import { structureOf } from '@/lib/core/corpus-import/structure-of';
import { JsonlAdjudication, JsonlCheck, JsonlReply, JsonlSpan } from '@/lib/core/export/jsonl/jsonl-line';
import { type LinePeople, linePeople, unknownPerson } from './line-people';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Parts = {
  spans: z.unknown().optional(),
  replies: z.unknown().optional(),
  checks: z.unknown().optional(),
  adjudications: z.unknown().optional(),
};

const DocumentHead = z.object({
  id: z.uuid(),
  essay: z.uuid(),
  slug: z.string(),
  version: z.int().min(1),
  title: z.string(),
  authors: z.array(z.string()),
  url: z.string().nullable(),
  license: z.string().nullable(),
  language: z.string(),
  text: z.string(),
  text_sha256: Sha256,
  created: Timestamp,
  structure: z.unknown().optional(),
  withheld: z.object({ text_sha256: Sha256, ...Parts }).nullable(),
  ...Parts,
});

/** A line for a text: the document, its annotations with their threads, and its coverage. */
export function* documentPieces(
  line: Record<string, unknown>,
  row: number,
  numbers: ReadonlyMap<string, number>,
): Generator<SourcePiece> {
  const head = checked(DocumentHead, line);
  if ('reason' in head) return yield { bad: { row, what: 'text', reason: head.reason } };
  const { version, license, text, text_sha256, structure, withheld, spans: _, ...rest } = head.value;
  const people = yield* linePeople(line.people, row);
  const parts = withheld ?? head.value;
  const spans = yield* checkedEach(JsonlSpan.strip(), parts.spans, { row, kind: 'annotation' });
  const { id, essay, slug, title, authors, url, language, created } = rest;
  const document = {
    id,
    essay,
    slug,
    number: version,
    title,
    authors,
    url,
    licence: license,
    language,
    created,
  };
  const words = withheld
    ? { text: null, structure: null, sha256: withheld.text_sha256 }
    : { text, structure: structureOf(structure, text), sha256: text_sha256 };
  yield { record: { kind: 'document', ...document, ...words, annotations: spans.length }, row };
  const threads = yield* threadsOf(parts.replies, { row, people, annotations: spans });
  const nths = placesOf(parts.spans);
  for (const span of spans) {
    const annotation = annotationOf(span, people, numbers);
    const { id } = span;
    const nth = nths.get(id);
    if (!annotation) yield { bad: { row, what: nthNamed('annotation', { nth, id }), reason: unknownPerson } };
    else yield { record: { ...annotation, replies: threads.get(id) ?? [] }, row, nth };
  }
  for (const decision of yield* decisionsOf(parts.adjudications, row, people))
    yield { record: decision, row };
  const checks = yield* coverageOf(parts.checks, row, people);
  if (checks.length > 0) yield { record: { kind: 'coverage', checks }, row };
}

/** Which of a list things are, from 1, by their ids: a line holds a whole text, so its number alone finds nothing. */
const placesOf = (values: unknown): ReadonlyMap<unknown, number> =>
  new Map(Array.isArray(values) ? values.map((value, i) => [value?.id, i + 1]) : []);

const rangeOf = ({ start, end, start_utf16, end_utf16 }: Omit<JsonlCheck, 'tag' | 'user' | 'created'>) => ({
  start: start_utf16,
  end: end_utf16,
  startPoint: start,
  endPoint: end,
});

function reactionsOf(reactions: JsonlSpan['reactions'], people: LinePeople) {
  return reactions.flatMap(({ kind, user }) => {
    const person = people.get(user);
    return person ? [{ kind, person }] : [];
  });
}

function annotationOf(
  span: JsonlSpan,
  people: LinePeople,
  numbers: ReadonlyMap<string, number>,
): Omit<CorpusAnnotation, 'replies'> | null {
  const person = people.get(span.annotator);
  if (!person) return null;
  const { id, quote, prefix, suffix, tags, comment, visibility, held, resolved, created, modified } = span;
  const { status, ...anchor } = span.anchor;
  return {
    kind: 'annotation',
    id,
    ...rangeOf(span),
    person,
    quote,
    prefix,
    suffix,
    tags,
    visibility,
    held,
    comment: comment === '' ? null : comment,
    created,
    modified,
    resolved: resolved && { person: people.get(resolved.user ?? '') ?? null, at: resolved.at },
    anchor: { state: status, ...anchor },
    ...(span.via && { via: span.via }),
    reactions: reactionsOf(span.reactions, people),
    cards: span.cards.flatMap(({ id, role }) => {
      const number = numbers.get(id);
      return number === undefined ? [] : [{ id, number, role }];
    }),
  };
}

interface Answered {
  row: number;
  people: LinePeople;
  annotations: readonly { id: string }[];
}

/** Replies by the annotation whose thread they stand in; a reply comes after what it answers. */
function* threadsOf(
  values: unknown,
  { row, people, annotations }: Answered,
): Generator<SourcePiece, Map<string, CorpusReply[]>> {
  const threads = new Map<string, CorpusReply[]>(annotations.map(({ id }) => [id, []]));
  const threadOf = new Map(
    [...threads].map(([id, thread]) => [id, { thread, parent: null as string | null }]),
  );
  const replies = yield* checkedEach(JsonlReply.strip(), values, { row, kind: 'reply' });
  for (const { id, parent, user, body, held, reactions, created, modified } of replies) {
    const place = threadOf.get(parent);
    const person = user === null ? null : people.get(user);
    if (!place || person === undefined) {
      const reason = place ? unknownPerson : 'It answers something that is not there.';
      yield { bad: { row, what: `reply ${id}`, reason } };
      continue;
    }
    const words = person && body !== null ? { person, comment: body, modified } : null;
    place.thread.push({
      id,
      parent: threads.has(parent) ? null : parent,
      words,
      held,
      created,
      reactions: reactionsOf(reactions, people),
    });
    threadOf.set(id, { thread: place.thread, parent });
  }
  return threads;
}

function* coverageOf(
  values: unknown,
  row: number,
  people: LinePeople,
): Generator<SourcePiece, CorpusCoverage['checks'][number][]> {
  const checks: CorpusCoverage['checks'][number][] = [];
  for (const check of yield* checkedEach(JsonlCheck.strip(), values, { row, kind: 'check' })) {
    const person = people.get(check.user);
    if (!person) yield { bad: { row, what: 'check', reason: unknownPerson } };
    else checks.push({ ...rangeOf(check), tag: check.tag, person, created: check.created });
  }
  return checks;
}

function* decisionsOf(
  values: unknown,
  row: number,
  people: LinePeople,
): Generator<SourcePiece, CorpusAdjudication[]> {
  const found = yield* checkedEach(JsonlAdjudication.strip(), values, { row, kind: 'decision' });
  return found.map(({ user, decides, spans, ...rest }) => ({
    kind: 'adjudication',
    ...rest,
    person: people.get(user ?? '') ?? null,
    annotations: decides,
    marks: spans.map(({ id, tags, quote, prefix, suffix, ...range }) => ({
      id,
      tags,
      quote,
      prefix,
      suffix,
      ...rangeOf(range),
    })),
  }));
}
