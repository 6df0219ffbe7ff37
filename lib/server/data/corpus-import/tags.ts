import 'server-only';
import { freeSlug, slugOf } from '@/lib/core/api/slug';
import type { CorpusTag } from '@/lib/core/corpus/corpus';
import { list } from '@/lib/core/corpus-import/import-report';
import { db } from '@/lib/server/data/database';
import { derivedId } from '@/lib/server/importing/derived-id';
import type { Prisma } from '@/prisma/generated/client';
import type { Importing } from './importing';

/** As in lib/server/data/tags.ts. */
const mostInUse = 24;
/** With retired ones: a source that knows no vocabulary may have a tag for every mark. */
const mostOfAll = 200;

/** A word of the group's vocabulary. */
export interface KnownTag {
  id: string;
  slug: string;
  isRetired: boolean;
}

export interface PlannedTags {
  /** By the slugs of the file. */
  known: Map<string, KnownTag>;
  rows: Prisma.TagCreateManyInput[];
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/**
 * The words of the file in the group's vocabulary: by slug or name, else as new ones. Beyond what a vocabulary holds, and
 * from a source that defines no words, they come retired: on their marks, but not offered for others.
 */
export async function planTags(importing: Importing): Promise<PlannedTags> {
  const { group, corpus, created, matched, bad } = importing;
  const there = await vocabularyOf(group);
  const bySlug = new Map(there.map((tag) => [tag.slug, tag]));
  const byName = new Map<string, KnownTag>(there.map((tag) => [folded(tag.name), tag]));
  const byId = new Map(there.map((tag) => [tag.id, tag]));
  const planned: PlannedTags = { known: new Map(), rows: [] };
  const slugs = new Set(bySlug.keys());
  let inUse = there.filter(({ isRetired }) => !isRetired).length;
  for (const tag of tagsOf(importing)) {
    const id = derivedId(group, importing.source, { kind: 'tag', id: tag.slug });
    const known = bySlug.get(tag.slug) ?? byName.get(folded(tag.name)) ?? byId.get(id);
    if (known !== undefined) {
      planned.known.set(tag.slug, known);
      matched.tags++;
    } else if (corpus.head.closedVocabulary) {
      const reason = 'The group has no such tag. What bears it comes without it.';
      list(bad, { row: corpus.tags.get(tag.slug) ?? 1, what: `tag ${tag.name}`, reason });
    } else if (there.length + planned.rows.length >= mostOfAll) {
      const reason = `A vocabulary holds at most ${mostOfAll} words, retired ones included.`;
      list(bad, { row: 1, what: `tag ${tag.slug}`, reason });
    } else {
      const isRetired = tag.retired || corpus.head.group === null || inUse >= mostInUse;
      if (!isRetired) inUse++;
      const slug = freeSlug(slugOf(tag.slug, 'tag'), slugs);
      slugs.add(slug);
      planned.known.set(tag.slug, { id, slug, isRetired });
      byName.set(folded(tag.name), { id, slug, isRetired });
      planned.rows.push(
        rowOf(tag, { slug, id, groupId: group, position: there.length + planned.rows.length, isRetired }),
      );
      created.tags++;
    }
  }
  return planned;
}

/** What bears a tag, of all that comes. */
interface Bearers {
  threads: { tagIds: ReadonlySet<string> };
  decisions: readonly Prisma.AdjudicationCreateManyInput[];
  checks: readonly { tagId: string }[];
}

/** From a source that is no group of Cruxbook's, words come with what bears them, and not for what is there already. */
export function keepUsedTags(
  { corpus, created }: Importing,
  planned: PlannedTags,
  { threads, decisions, checks }: Bearers,
): void {
  if (corpus.head.group !== null) return;
  const marks = decisions.flatMap(({ subjects, marks }) => [subjects, marks].flat() as { tags: string[] }[]);
  const slugs = new Set(marks.flatMap(({ tags }) => tags));
  const ids = new Set([...threads.tagIds, ...checks.map(({ tagId }) => tagId)]);
  planned.rows = planned.rows.filter(({ id, slug }) => ids.has(id as string) || slugs.has(slug));
  created.tags = planned.rows.length;
}

async function vocabularyOf(group: string): Promise<(KnownTag & { name: string })[]> {
  const rows = await db().tag.findMany({
    where: { groupId: group },
    select: { id: true, slug: true, name: true, retiredAt: true },
  });
  return rows.map(({ retiredAt, ...tag }) => ({ ...tag, isRetired: retiredAt !== null }));
}

const lines = new Set(['solid', 'dashed', 'dotted', 'double']);

function rowOf(
  { name, definition, slot, line, glyph }: CorpusTag,
  { isRetired, ...rest }: { slug: string; id: string; groupId: string; position: number; isRetired: boolean },
): Prisma.TagCreateManyInput {
  return {
    ...rest,
    name: cut(name, 60) || rest.slug,
    definition: cut(definition, 2000),
    slot,
    line: lines.has(line) ? line : 'solid',
    glyph: [...glyph][0] ?? '●',
    shortcut: null,
    retiredAt: isRetired ? new Date() : null,
  };
}

const cut = (text: string, length: number) => text.slice(0, length).toWellFormed().trim();

/** Words that the file defines, then those that it only uses. */
function* tagsOf({ corpus: { head, tags } }: Importing): Generator<CorpusTag> {
  const used = new Set(tags.keys());
  for (const tag of head.tags) if (used.delete(tag.slug) || head.group !== null) yield tag;
  let slot = 0;
  for (const slug of used) {
    slot = (slot % 4) + 1;
    yield { slug, name: slug, definition: '', slot, line: 'solid', glyph: '●', retired: true };
  }
}
