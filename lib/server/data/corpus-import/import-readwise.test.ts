import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '@/lib/core/corpus-import/read-back.fixture';
import { db } from '@/lib/server/data/database';
import { ofKind, readAll } from '@/lib/server/data/export/export-group.fixture';
import { essayText, readingGroup } from '@/lib/server/data/reading-group.fixture';
import type { Viewer } from '@/lib/server/data/viewer';
import { importCorpus } from './import-corpus';

const header =
  'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at';
const row = (quote: string, { title = 'the FOX | Fables', note = '', tags = '', minute = 10 } = {}) =>
  `"${quote}",${title},Aesop,,${note},blue,"${tags}",order,1,2026-07-17 14:${minute}:00+00:00`;

const file = [
  header,
  row('brown fox 🦊 **jumps**', { note: 'High?', tags: 'Crux, favourite' }),
  row('Over the lazy dog,\nthe dog that sleeps.', { minute: 11 }),
  row('dog', { minute: 12 }),
  row('cat', { minute: 13 }),
  row('A jar', { title: 'The jar', minute: 14 }),
  row('', { minute: 15 }),
].join('\n');

async function library() {
  const readers = await readingGroup();
  const owner = await readers.join('Olga', 'owner');
  const bring = (by: Viewer, dryRun = false) =>
    importCorpus(by, readers.group, { format: 'readwise', content: async () => bytesOf(file), dryRun });
  return { ...readers, owner, bring };
}

describe('a Readwise file', () => {
  test('becomes annotations of whoever imports, on the words that were highlighted', async () => {
    const { group, owner, bring } = await library();
    const report = await bring(owner);
    expect(report.created).toMatchObject({ annotations: 2, people: 0, tags: 0, texts: 0 });
    const marks = ofKind(await readAll(owner, group), 'annotation');
    expect(
      marks.map(({ start, end, comment, tags, created }) => ({
        words: essayText.slice(start, end),
        comment,
        tags,
        created,
      })),
    ).toEqual([
      {
        words: 'brown fox 🦊 jumps',
        comment: 'High?',
        tags: ['crux'],
        created: '2026-07-17T14:10:00.000Z',
      },
      {
        words: 'Over the lazy dog, the dog that sleeps.',
        comment: null,
        tags: [],
        created: '2026-07-17T14:11:00.000Z',
      },
    ]);
    expect(await db().tag.count({ where: { groupId: group } })).toBe(3);
    expect(await db().annotation.count({ where: { groupId: group, authorId: owner.user.id } })).toBe(2);
  });

  test('says of the rest where it stands in the file, and why it does not come', async () => {
    const { owner, bring } = await library();
    const { orphaned, bad } = await bring(owner, true);
    expect(orphaned.rows).toEqual([
      { row: 5, text: 'the FOX | Fables', quote: 'dog', reason: 'Its words stand in the text 2 times.' },
      { row: 6, text: 'the FOX | Fables', quote: 'cat', reason: 'Its words are not in the text.' },
      {
        row: 7,
        text: 'The jar',
        quote: 'A jar',
        reason: 'The group has no such text, and the file does not bring it.',
      },
    ]);
    expect(bad.rows.map(({ row, what }) => [row, what])).toEqual([
      [8, 'highlight in the FOX | Fables'],
      [2, 'tag favourite'],
    ]);
  });

  test('is told alike by a dry run, which writes nothing, and comes once', async () => {
    const { group, owner, bring } = await library();
    const dry = await bring(owner, true);
    expect(await db().annotation.count({ where: { groupId: group } })).toBe(0);
    const { dryRun: _, ...told } = await bring(owner);
    expect(dry).toEqual({ dryRun: true, ...told });
    const again = await bring(owner);
    expect(Object.values(again.created).every((n) => n === 0)).toBe(true);
    expect(again.matched).toMatchObject({ annotations: 2, texts: 1 });
    expect(await db().annotation.count({ where: { groupId: group } })).toBe(2);
  });

  test('is another’s own when somebody else imports the same', async () => {
    const { group, owner, bring, join } = await library();
    const mo = await join('Mo', 'moderator');
    await bring(owner);
    expect((await bring(mo)).created.annotations).toBe(2);
    expect(await db().annotation.count({ where: { groupId: group, authorId: mo.user.id } })).toBe(2);
  });

  test('finds no text by a title that two essays share', async () => {
    const { group, owner, bring } = await library();
    const twin = await db().essay.create({ data: { id: v7(), title: 'The Fox', authors: [] } });
    await db().essayVersion.create({
      data: {
        essayId: twin.id,
        number: 1,
        document: {},
        text: essayText,
        sha256: `twin ${twin.id}`,
        words: 13,
        source: Buffer.from(essayText),
        importer: 'text',
      },
    });
    await db().readingListEntry.create({
      data: { groupId: group, essayId: twin.id, slug: 'twin', position: 1 },
    });
    expect(await bring(owner, true)).toMatchObject({ created: { annotations: 0 }, orphaned: { total: 5 } });
  });
});
