import 'server-only';
import { blocks } from '@/lib/core/essay/plain-text';
import { db } from '@/lib/server/data/database';
import { sectionsOf } from '@/lib/server/data/section-checks';
import type { Prisma } from '@/prisma/generated/client';
import type { Importing } from './importing';
import { type PlannedText, type PlannedTexts, textOf } from './texts';

type Row = Prisma.SectionCheckCreateManyInput;

/** Who looked for what where: as far as the text has such a section. */
export async function planChecks(
  importing: Importing,
  { texts, tags }: { texts: PlannedTexts; tags: ReadonlyMap<string, string> },
): Promise<Row[]> {
  const { group, corpus, created, bad, claimed, userOf } = importing;
  const rows: Row[] = [];
  let text: PlannedText | undefined;
  for (const record of corpus.records) {
    if (record.kind === 'document') text = texts.get(record.document.id);
    if (record.kind !== 'coverage') continue;
    const found = text ? await firstBlocks(text) : null;
    const points = text ? (await textOf(text)).points : null;
    for (const { tag, person, startPoint, endPoint, created: at } of record.coverage.checks) {
      const [start, end] = [points?.toUtf16(startPoint) ?? 0, points?.toUtf16(endPoint) ?? 0];
      const block = found?.get(start);
      const tagId = tags.get(tag);
      const userId = userOf(person);
      if (claimed.has(userId)) continue;
      if (text && block !== undefined && tagId !== undefined && end > start) {
        const of = { groupId: group, essayVersionId: text.version, tagId, userId, block };
        rows.push({ ...of, start, end, createdAt: at });
      } else
        bad.push({
          row: record.row,
          what: `check for ${tag}`,
          reason: 'The group’s text has no such section.',
        });
    }
  }
  created.checks = rows.length - (await alreadyThere(importing, rows));
  return rows;
}

/** Ordinals of the blocks that something can begin with, by their offsets. */
async function firstBlocks({ document, version }: PlannedText): Promise<Map<number, number>> {
  if (document?.structure)
    return new Map(blocks(document.structure).map(({ start, ordinal }) => [start, ordinal]));
  const known = (await sectionsOf([version])).get(version) ?? [];
  return new Map(known.map(({ start, block }) => [start, block]));
}

async function alreadyThere({ group, matched }: Importing, rows: readonly Row[]): Promise<number> {
  const there = await db().sectionCheck.findMany({
    where: {
      groupId: group,
      essayVersionId: { in: [...new Set(rows.map(({ essayVersionId }) => essayVersionId))] },
    },
    select: { essayVersionId: true, tagId: true, userId: true, block: true },
  });
  const key = ({ essayVersionId, tagId, userId, block }: (typeof there)[number] | Row) =>
    [essayVersionId, tagId, userId, block].join();
  const known = new Set(there.map(key));
  matched.checks = rows.filter((row) => known.has(key(row))).length;
  return matched.checks;
}

export async function writeChecks(rows: readonly Row[]): Promise<void> {
  await db().sectionCheck.createMany({ data: [...rows], skipDuplicates: true });
}
