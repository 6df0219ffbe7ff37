import 'server-only';
import { list } from '@/lib/core/corpus-import/import-report';
import { blocks } from '@/lib/core/essay/plain-text';
import { db } from '@/lib/server/data/database';
import { sectionsOf } from '@/lib/server/data/section-checks';
import { unpacked } from '@/lib/server/importing/packed';
import type { Prisma } from '@/prisma/generated/client';
import { type Places, readAlone } from './annotations';
import { hasJoined, type Importing } from './importing';
import { type PlannedText, textOf } from './texts';

type Row = Prisma.SectionCheckCreateManyInput;

/** Who looked for what where: as far as the text has such a section. */
export async function planChecks(importing: Importing, { texts, tags }: Places): Promise<Row[]> {
  const { group, corpus, bad, claimed, userOf, alone } = importing;
  const found: Found[] = [];
  for await (const { coverage, row, text: of } of corpus.coverage.taken()) {
    const text = texts.get(of);
    const ordinals = text ? await firstBlocks(text) : null;
    const points = text ? (await textOf(text)).points : null;
    for (const { tag, person, startPoint, endPoint, created: at } of coverage.checks) {
      const [start, end] = [points?.toUtf16(startPoint) ?? 0, points?.toUtf16(endPoint) ?? 0];
      const block = ordinals?.get(start);
      const tagId = tags.get(tag)?.id;
      const stranger = userOf(person);
      const member = claimed.get(stranger);
      const userId = member ?? stranger;
      const what = `check for ${tag}`;
      const refuse = (reason: string) => list(bad, { row, what, reason });
      if (!text || block === undefined || tagId === undefined || end <= start)
        refuse('The group’s text has no such section.');
      else if (alone.has(text.essay)) refuse(readAlone);
      else {
        const of = { groupId: group, essayVersionId: text.version, tagId, userId, block };
        found.push({
          row: { ...of, start, end, createdAt: at },
          isNew: text.document !== null,
          isTheirs: member !== undefined,
          refuse,
        });
      }
    }
  }
  return newOnes(importing, found);
}

interface Found {
  row: Row & { createdAt: string };
  /** Its text comes by this very import: nobody took anything back there. */
  isNew: boolean;
  /** Whose it is has joined the group. */
  isTheirs: boolean;
  refuse: (reason: string) => void;
}

/**
 * Somebody checks a section for a tag once. What this very group exported is known by its time: its people are others
 * in a file, under pseudonyms even.
 */
async function newOnes(importing: Importing, found: readonly Found[]): Promise<Row[]> {
  const { created, matched, isOwn } = importing;
  const there = await checksIn(importing, found);
  const rows: Row[] = [];
  for (const { row, isNew, isTheirs, refuse } of found)
    if (there.has(keyOf(row, isOwn))) matched.checks++;
    else if (isTheirs) refuse(hasJoined);
    else if (isOwn && !isNew) refuse('It is the group’s own, and was taken back.');
    else rows.push(row);
  created.checks = rows.length;
  return rows;
}

type Key = Pick<Row, 'essayVersionId' | 'tagId' | 'userId' | 'block'> & { createdAt: string };
const keyOf = ({ essayVersionId, tagId, userId, block, createdAt }: Key, isOwn: boolean) =>
  [essayVersionId, tagId, block, isOwn ? createdAt : userId].join();

/** Ordinals of the blocks that something can begin with, by their offsets. */
async function firstBlocks({ document, version }: PlannedText): Promise<Map<number, number>> {
  if (document?.words) {
    const { structure } = await unpacked(document.words);
    return new Map(blocks(structure).map(({ start, ordinal }) => [start, ordinal]));
  }
  const known = (await sectionsOf([version])).get(version) ?? [];
  return new Map(known.map(({ start, block }) => [start, block]));
}

async function checksIn({ group, isOwn }: Importing, found: readonly Found[]): Promise<Set<string>> {
  const there = await db().sectionCheck.findMany({
    where: {
      groupId: group,
      essayVersionId: { in: [...new Set(found.map(({ row }) => row.essayVersionId))] },
    },
    select: { essayVersionId: true, tagId: true, userId: true, block: true, createdAt: true },
  });
  return new Set(
    there.map(({ createdAt, ...row }) => keyOf({ ...row, createdAt: createdAt.toISOString() }, isOwn)),
  );
}

export async function writeChecks(rows: readonly Row[]): Promise<void> {
  await db().sectionCheck.createMany({ data: [...rows], skipDuplicates: true });
}
