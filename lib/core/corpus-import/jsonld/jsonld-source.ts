import { z } from 'zod';
import { checked } from '@/lib/core/corpus-import/checked-rows';
import type { CorpusSource, SourcePiece } from '@/lib/core/corpus-import/corpus-source';
import type { BadRow } from '@/lib/core/corpus-import/import-report';
import { decoded, parsedJson } from '@/lib/core/corpus-import/lines-of';
import { whatItIs } from '@/lib/core/corpus-import/what-it-is';
import { grouped } from '@/lib/core/crux/grouped';
import { annotationsOf } from './annotation-items';
import { cardRecords } from './card-items';
import { decisionsOf } from './decision-items';
import { documentOf, placeholderOf } from './document-items';
import { itemKind } from './item-kind';
import { tagsOf } from './tag-items';
import { WebAnnotation, webAnnotation } from './web-annotation';

/**
 * https://www.w3.org/TR/annotation-model/: what lib/core/export/jsonld writes, and annotations on passages from elsewhere.
 * Memory: for the whole file, since JSON has no lines.
 */
export const jsonldSource: CorpusSource = {
  title: 'W3C Web Annotations',
  extensions: ['.jsonld'],
  rows: 'item',
  brings:
    'Texts, passages, tags, comments, replies, reactions, decisions, cards, relations, answers and conditional beliefs.',
  hasTexts: true,
  expects: 'Web Annotations are JSON with a “target” each, alone, in a list, or in an AnnotationCollection.',
  sign: /\/ns\/anno\.jsonld|"Annotation(?:Collection|Page)"/,
  read: (content) => jsonldPieces(decoded(content)),
};

function* jsonldPieces(content: string): Generator<SourcePiece> {
  const bad: BadRow[] = [];
  const items: WebAnnotation[] = [];
  const value = parsedJson(content);
  const found = itemsOf(value);
  if (!isCollection(value) && !found.some((item) => Targeted.safeParse(item).success))
    return yield { alien: whatItIs(content, value) };
  for (const [i, item] of found.entries()) {
    const result = checked(WebAnnotation, item);
    const read = 'value' in result ? webAnnotation(result.value, i + 1) : null;
    if (read) items.push(read);
    else {
      const reason = 'reason' in result ? result.reason : 'It does not say when it was made.';
      bad.push({ row: i + 1, what: 'annotation', reason });
    }
  }
  yield { head: { source: sourceOf(value), group: null, tags: tagsOf(items) } };
  for (const one of bad) yield { bad: one };
  yield* piecesOf(items);
}

function* piecesOf(items: readonly WebAnnotation[]): Generator<SourcePiece> {
  const of = grouped(items, itemKind);
  const kind = (name: ReturnType<typeof itemKind>) => of.get(name) ?? [];
  const cards = cardRecords({
    cards: kind('card'),
    relations: kind('relation'),
    credences: kind('credence'),
    beliefs: kind('belief'),
  });
  for (const { record, row } of cards.all) yield { record, row };
  const { annotations, bad } = annotationsOf(kind('annotation'), kind('reply'), cards.numbers);
  const decisions = decisionsOf({
    decisions: kind('decision'),
    decided: kind('decided'),
    annotations: kind('annotation'),
  });
  for (const one of [...cards.bad, ...bad, ...decisions.bad]) yield { bad: one };
  const decided = grouped(decisions.decisions, ({ source }) => source);
  const bySource = grouped(annotations, ({ source }) => source);
  const documents = kind('text').map((item) => ({ ...documentOf(item), row: item.row }));
  const known = new Set(documents.map(({ iri }) => iri));
  const others = [...bySource.keys()]
    .filter((source) => !known.has(source))
    .map((source) => ({ ...placeholderOf(source), row: bySource.get(source)![0]!.row }));
  for (const { iri, document, row } of [...documents, ...others]) {
    const marks = bySource.get(iri) ?? [];
    yield { record: { ...document, annotations: marks.length }, row };
    for (const { record, row } of [...marks, ...(decided.get(iri) ?? [])]) yield { record, row };
  }
}

/** What is an annotation, if not a whole one. */
const Targeted = z.union([
  z.looseObject({ target: z.unknown().refine(Boolean) }),
  z.looseObject({ motivation: z.string() }),
]);

const Page = z.looseObject({ items: z.array(z.unknown()) });
const Collection = z.looseObject({ id: z.string(), first: z.union([z.string(), Page]).optional() });

/** One without annotations is one, too. */
const isCollection = (value: unknown): boolean =>
  z
    .looseObject({ type: z.union([z.literal('AnnotationCollection'), z.array(z.string())]) })
    .safeParse(Array.isArray(value) ? value[0] : value).success;

/** Annotations by themselves, in a list, in pages, or in a collection that embeds its first page. */
function itemsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(itemsOf);
  const page = Page.safeParse(value);
  if (page.success) return page.data.items;
  const { data } = z.looseObject({ type: z.union([z.string(), z.array(z.string())]) }).safeParse(value);
  if (data && [data.type].flat().includes('AnnotationCollection')) {
    const first = Collection.safeParse(value).data?.first;
    return typeof first === 'object' ? first.items : [];
  }
  return value === undefined ? [] : [value];
}

const sourceOf = (value: unknown): string =>
  Collection.safeParse(Array.isArray(value) ? value[0] : value).data?.id.slice(0, 500) ?? 'web-annotations';
