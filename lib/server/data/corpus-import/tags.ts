import 'server-only';
import { v7 } from 'uuid';
import { freeSlug, slugOf } from '@/lib/core/api/slug';
import type { CorpusTag } from '@/lib/core/corpus/corpus';
import type { Prepared } from '@/lib/core/corpus-import/prepared';
import { db } from '@/lib/server/data/database';
import type { Prisma } from '@/prisma/generated/client';
import type { Importing } from './importing';

/** As in lib/server/data/tags.ts. */
const mostInUse = 24;
/** With retired ones: a source that knows no vocabulary may have a tag for every mark. */
const mostOfAll = 200;

export interface PlannedTags {
  /** Ids by the slugs of the file. */
  ids: Map<string, string>;
  rows: Prisma.TagCreateManyInput[];
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/**
 * The words of the file in the group's vocabulary: by slug or name, else as new ones. Beyond what a vocabulary holds, and
 * from a source that defines no words, they come retired: on their marks, but not offered for others.
 */
export async function planTags(importing: Importing): Promise<PlannedTags> {
  const { group, corpus, created, matched, bad } = importing;
  const there = await db().tag.findMany({
    where: { groupId: group },
    select: { id: true, slug: true, name: true, retiredAt: true },
  });
  const bySlug = new Map(there.map(({ id, slug }) => [slug, id]));
  const byName = new Map(there.map(({ id, name }) => [folded(name), id]));
  const planned: PlannedTags = { ids: new Map(), rows: [] };
  const slugs = new Set(bySlug.keys());
  let inUse = there.filter(({ retiredAt }) => retiredAt === null).length;
  for (const tag of tagsOf(importing)) {
    const known = bySlug.get(tag.slug) ?? byName.get(folded(tag.name));
    if (known !== undefined) {
      planned.ids.set(tag.slug, known);
      matched.tags++;
    } else if (corpus.head.closedVocabulary) {
      const reason = 'The group has no such tag. What bears it comes without it.';
      bad.push({ row: firstRow(importing, tag.slug), what: `tag ${tag.name}`, reason });
    } else if (there.length + planned.rows.length >= mostOfAll) {
      const reason = `A vocabulary holds at most ${mostOfAll} words, retired ones included.`;
      bad.push({ row: 1, what: `tag ${tag.slug}`, reason });
    } else {
      const isRetired = tag.retired || corpus.head.group === null || inUse >= mostInUse;
      if (!isRetired) inUse++;
      const id = v7();
      planned.ids.set(tag.slug, id);
      byName.set(folded(tag.name), id);
      const slug = freeSlug(slugOf(tag.slug, 'tag'), slugs);
      slugs.add(slug);
      planned.rows.push(
        rowOf(tag, { slug, id, groupId: group, position: there.length + planned.rows.length, isRetired }),
      );
      created.tags++;
    }
  }
  return planned;
}

const lines = new Set(['solid', 'dashed', 'dotted', 'double']);

function rowOf(
  { name, definition, slot, line, glyph }: CorpusTag,
  { isRetired, ...rest }: { slug: string; id: string; groupId: string; position: number; isRetired: boolean },
): Prisma.TagCreateManyInput {
  return {
    ...{ ...rest, name: name.slice(0, 60).trim() || rest.slug, definition: definition.slice(0, 2000), slot },
    ...{ line: lines.has(line) ? line : 'solid', glyph: [...glyph][0] ?? '●', shortcut: null },
    retiredAt: isRetired ? new Date() : null,
  };
}

/** Words that the file defines, then those that it only uses. */
function* tagsOf({ corpus: { head, records } }: Importing): Generator<CorpusTag> {
  const used = new Set(records.flatMap(usedIn));
  for (const tag of head.tags) if (used.delete(tag.slug) || head.group !== null) yield tag;
  let slot = 0;
  for (const slug of used) {
    slot = (slot % 4) + 1;
    yield { slug, name: slug, definition: '', slot, line: 'solid', glyph: '●', retired: true };
  }
}

const firstRow = ({ corpus }: Importing, slug: string): number =>
  corpus.records.find((record) => usedIn(record).includes(slug))?.row ?? 1;

function usedIn(record: Prepared): readonly string[] {
  if (record.kind === 'annotation') return record.annotation.tags;
  return record.kind === 'coverage' ? record.coverage.checks.map(({ tag }) => tag) : [];
}
