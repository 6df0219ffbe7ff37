import { v7 } from 'uuid';
import { db } from '@/lib/server/data/database';

export const versionOf = (essayId: string, text: string) => ({
  essayId,
  number: 1,
  document: {},
  text,
  sha256: essayId,
  words: 9,
  source: Buffer.from(text),
  importer: 'text',
});

/** An essay with this text, on the list of a group. */
export async function essayOnList(
  groupId: string,
  { text, language = 'en', title = 'Of words' }: { text: string; language?: string; title?: string },
): Promise<string> {
  const id = v7();
  await db().essay.create({ data: { id, title, authors: ['Anon'], language } });
  await db().essayVersion.create({ data: versionOf(id, text) });
  await db().readingListEntry.create({ data: { groupId, essayId: id, slug: `e-${id}`, position: 9 } });
  return id;
}
