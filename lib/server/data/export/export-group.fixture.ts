import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { CorpusHead, CorpusRecord } from '@/lib/core/corpus/corpus';
import { ExportChoice } from '@/lib/core/corpus/export-choice';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { essayText, mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { createReply } from '@/lib/server/data/replies';
import type { Viewer } from '@/lib/server/data/viewer';
import { readCorpus } from './read-corpus';

/** A group whose essay may be passed on, with marks and threads of three members. */
export async function exportGroup(visibility: 'public' | 'private' = 'private') {
  const readers = await readingGroup(visibility);
  const { group, essay, place, join } = readers;
  await db().essay.update({ where: { id: essay }, data: { licence: 'CC BY 4.0' } });
  const sha256 = createHash('sha256').update(essayText).digest('hex');
  await db().essayVersion.updateMany({ where: { essayId: essay }, data: { sha256 } });
  const [owner, ann, bo] = [
    await join('Olga', 'owner'),
    await join('Ann Lee', 'member'),
    await join('Bo', 'member'),
  ];
  const annotate = async (by: Viewer, exact: string, rest: Parameters<typeof mark>[1] = {}) =>
    (await createAnnotation(by, place, mark(exact, rest))).id;
  const answer = async (by: Viewer, annotation: string, markdown: string, parent: string | null = null) =>
    (await createReply(by, annotation, { id: v7(), parent, comment: { markdown } })).id;
  const consent = (of: { user: { id: string } }, choice: 'named' | 'left-out') =>
    db().exportConsent.create({ data: { groupId: group, userId: of.user.id, choice } });
  return { ...readers, owner, ann, bo, annotate, answer, consent };
}

export interface ReadCorpus {
  head: CorpusHead;
  records: CorpusRecord[];
}

/** The whole of what a choice, as it stands in a URL, gives. */
export async function readAll(
  viewer: Viewer,
  group: string,
  choice: Record<string, string> = {},
): Promise<ReadCorpus> {
  const read: ReadCorpus = { head: null as unknown as CorpusHead, records: [] };
  for await (const part of await readCorpus(viewer, group, ExportChoice.parse(choice))) {
    if ('head' in part) read.head = part.head;
    else read.records.push(...part.records);
  }
  return read;
}

type Kind = CorpusRecord['kind'];
export const ofKind = <K extends Kind>({ records }: ReadCorpus, kind: K) =>
  records.filter((record): record is Extract<CorpusRecord, { kind: K }> => record.kind === kind);
