import 'server-only';
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Input, Output } from '@/lib/core/api/contracts';
import { EssayDraft } from '@/lib/core/api/essays';
import { conflict } from '@/lib/core/api/problem';
import { freeSlug, slugOf } from '@/lib/core/api/slug';
import { articleHtml } from '@/lib/core/essay/article-html';
import { openingWords } from '@/lib/core/essay/opening-words';
import { wordCount } from '@/lib/core/essay/reading-time';
import { readEssay } from '@/lib/server/importing/read-essay';
import type { Prisma } from '@/prisma/generated/client';
import { db, transaction } from './database';
import { listedEssay } from './essays';
import { groupChannel, publish } from './events';
import { type GroupScope, groupFor, lockedGroupFor } from './group-scope';
import { userIdOf } from './users';
import type { Viewer } from './viewer';

type Draft = Input<'POST /groups/{group}/essays'>['body'];
type Added = Output<'POST /groups/{group}/essays'>;
type Preview = Output<'POST /groups/{group}/essays/preview'>;
export type ImportedEssay = Awaited<ReturnType<typeof readEssay>>;
type Existing = NonNullable<Preview['duplicate']>;

/** Reads a text for a group; it may take many seconds, so no transaction should wait for it. */
export async function importEssay(viewer: Viewer, group: string, draft: Draft): Promise<ImportedEssay> {
  await groupFor(viewer, group, 'essay.add');
  return readEssay(draft);
}

/** What an import would make of a text; nothing is kept. */
export async function previewEssay(viewer: Viewer, group: string, draft: Draft): Promise<Preview> {
  const imported = await importEssay(viewer, group, draft);
  const { id } = await groupFor(viewer, group, 'essay.add');
  const { document, text, warnings } = imported;
  const { title, authors } = descriptionOf(draft, imported);
  return {
    title,
    authors,
    words: wordCount(text),
    html: articleHtml(document),
    warnings,
    duplicate: await sameText(id, sha256(text)),
  };
}

/** Imports a text and keeps it. */
export const addEssay = async (viewer: Viewer, group: string, draft: Draft): Promise<Added> =>
  keepEssay(viewer, group, { draft, imported: await importEssay(viewer, group, draft) });

/** Puts an imported text last on the group's list, as a new essay. The same text twice on a list is refused. */
export async function keepEssay(
  viewer: Viewer,
  group: string,
  { draft, imported }: Omit<Import, 'hash'>,
): Promise<Added> {
  return transaction(async () => {
    const scope = await lockedGroupFor(viewer, group, 'essay.add');
    const hash = sha256(imported.text);
    const existing = await sameText(scope.id, hash);
    if (existing && existing.id !== draft.id)
      throw conflict('duplicate', `“${existing.title}” on this list has the same text.`, { existing });
    const id = existing?.id ?? (await insertEssay(viewer, scope, { draft, imported, hash }));
    return { ...(await listedEssay(viewer, scope.id, id)), warnings: imported.warnings };
  });
}

const { title, authors, sourceUrl, licence, language } = EssayDraft.shape;

/** What the person says goes before what the source says, which counts only where it keeps to the same limits. */
function descriptionOf(draft: Draft, imported: ImportedEssay) {
  return {
    title: draft.title ?? title.safeParse(imported.title).data ?? openingWords(imported.text, 80),
    authors: draft.authors ?? authors.safeParse(imported.authors).data ?? [],
    sourceUrl: draft.sourceUrl ?? sourceUrl.safeParse(imported.source).data ?? null,
    licence: draft.licence ?? licence.safeParse(imported.licence).data ?? null,
    language: draft.language ?? language.safeParse(imported.language).data ?? 'en',
  };
}

/** Hexadecimal, of the UTF-8 bytes. */
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function sameText(groupId: string, hash: string): Promise<Existing | null> {
  const entry = await db().readingListEntry.findFirst({
    where: { groupId, essay: { versions: { some: { sha256: hash } } } },
    select: { slug: true, essay: { select: { id: true, title: true } } },
  });
  return entry && { id: entry.essay.id, slug: entry.slug, title: entry.essay.title };
}

/** Triggers index the words of a text: a megabyte takes seconds. Of the transaction that one is in. */
export const allowIndexing = () => db().$executeRawUnsafe('SET LOCAL statement_timeout = 9000');

interface Import {
  draft: Draft;
  imported: ImportedEssay;
  hash: string;
}

async function insertEssay(
  viewer: Viewer,
  { id: groupId }: GroupScope,
  { draft, imported, hash }: Import,
): Promise<string> {
  const { id = uuidv7(), format, content, due = null, share = false } = draft;
  const { document, text } = imported;
  const described = descriptionOf(draft, imported);
  const { count } = await db().essay.createMany({ data: { id, ...described }, skipDuplicates: true });
  if (count === 0) throw conflict('id-taken', 'Something with this id exists already. Send a new id.');
  await allowIndexing();
  await db().essayVersion.create({
    data: {
      essayId: id,
      number: 1,
      document: document as object as Prisma.InputJsonObject,
      text,
      words: wordCount(text),
      sha256: hash,
      source: Buffer.from(content),
      importer: format,
      createdById: userIdOf(viewer),
    },
    select: { id: true },
  });
  const slug = slugOf(described.title, 'essay');
  await appendToList(groupId, { essayId: id, slug, dueAt: due, shareText: share });
  await publish({
    channel: groupChannel(groupId),
    kind: 'essay',
    change: 'created',
    entity: id,
    actor: userIdOf(viewer),
  });
  return id;
}

/** The essay stands last, under a slug of its own. */
export async function appendToList(
  groupId: string,
  { slug, ...entry }: { essayId: string; slug: string; dueAt: string | null; shareText?: boolean },
): Promise<void> {
  const others = await db().readingListEntry.findMany({
    where: { groupId },
    select: { slug: true, position: true },
  });
  const position = Math.max(-1, ...others.map((other) => other.position)) + 1;
  const free = freeSlug(slug, new Set(others.map((other) => other.slug)));
  await db().readingListEntry.create({ data: { groupId, ...entry, slug: free, position } });
}
