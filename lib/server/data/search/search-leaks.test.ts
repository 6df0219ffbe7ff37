import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { roundClub } from '@/lib/server/data/annotation-rounds/round-club.fixture';
import { createCard } from '@/lib/server/data/cards/create-card';
import { words as cardWords } from '@/lib/server/data/cards/curating-group.fixture';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { removeMember } from '@/lib/server/data/members';
import { moderatedGroup } from '@/lib/server/data/moderation/moderated-group.fixture';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { createReply } from '@/lib/server/data/replies';
import { type Viewer, visitor } from '@/lib/server/data/viewer';
import { concordance } from './concordance';
import { jumpTargets } from './jump';
import { search } from './search';

const words = (markdown: string) => ({ comment: { markdown } });

describe('what others may not see is in no hit, count, name or suggestion', () => {
  const found = async (viewer: Viewer, q: string) => {
    const { items, facets, suggestions } = await search(viewer, { q, sort: 'best', limit: 50 });
    const counted = Object.values(facets).flatMap((values) => values.map(({ label }) => label));
    return { kinds: items.map(({ kind }) => kind).sort(), counted, suggestions };
  };
  const nothing = { kinds: [], counted: [], suggestions: [] };

  test('of a private group strangers, visitors and those who left find nothing, and members what is there', async () => {
    const { group, place, join } = await readingGroup();
    const [ann, ben] = [await join('Ann', 'member'), await join('Ben', 'member')];
    const other = await (await readingGroup()).join('Otto', 'owner');
    const word = `w${v7().replaceAll('-', '')}`;
    const note = await createAnnotation(ann, place, mark('quick', words(`It says ${word}.`)));
    await createReply(ann, note.id, words(`Yes, ${word}.`));
    await createCard(ann, group, { ...cardWords, statement: `It is ${word}.` });
    expect((await found(ben, word)).kinds).toEqual(['annotation', 'card', 'reply']);
    expect(await jumpTargets(ben, word)).toMatchObject([{ kind: 'card' }]);
    await removeMember(ben, group, ben.user.id);
    for (const viewer of [ben, other, visitor]) {
      expect(await found(viewer, word)).toEqual(nothing);
      expect(await found(viewer, `${word}x`)).toEqual(nothing);
      expect(
        await search(viewer, { q: '', group, kind: 'annotation', sort: 'best', limit: 5 }),
      ).toMatchObject({ items: [] });
      expect(await jumpTargets(viewer, word)).toEqual([]);
      expect(await jumpTargets(viewer, 'Ann')).not.toContainEqual(
        expect.objectContaining({ path: expect.stringContaining(ann.user.id) }),
      );
    }
  });

  test('a private note and what is said in it are found by its author alone', async () => {
    const { group, place, join } = await readingGroup();
    const [ann, mod] = [await join('Ann', 'member'), await join('Mo', 'moderator')];
    const word = `w${v7().replaceAll('-', '')}`;
    const draft = mark('quick', { visibility: 'private', tags: ['crux'], ...words(`Only ${word}.`) });
    const note = await createAnnotation(ann, place, draft);
    await createReply(ann, note.id, words(`And ${word} again.`));
    expect((await found(ann, word)).kinds).toEqual(['annotation', 'reply']);
    expect(await found(mod, word)).toEqual(nothing);
    const asked = { q: word, in: 'comments', sort: 'place' } as const;
    expect((await concordance(ann, group, asked)).lines).toHaveLength(2);
    expect((await concordance(mod, group, asked)).lines).toEqual([]);
  });

  test('what is held is found by its author and moderators, also where it is in a thread of somebody else', async () => {
    const { mod, ann, ben, reader, annotation, reply, card, decide } = await moderatedGroup();
    const word = `w${v7().replaceAll('-', '')}`;
    const open = await annotation(`Open ${word}.`, ben);
    const held = [
      await annotation(`Note ${word}.`),
      await reply(`Reply ${word}.`, open),
      await card(`Card ${word}.`),
    ];
    await decide('hide', ...held);
    for (const viewer of [ann, mod])
      expect((await found(viewer, word)).kinds).toEqual(['annotation', 'annotation', 'card', 'reply']);
    for (const viewer of [ben, reader]) {
      const { kinds, counted } = await found(viewer, word);
      expect(kinds).toEqual(['annotation']);
      expect(counted).not.toContain('Ann');
      expect(await jumpTargets(viewer, word)).toEqual([]);
    }
    await decide('hide', open);
    expect((await found(reader, word)).kinds).toEqual([]);
  });

  test('who reads an essay alone finds nothing that others wrote on it', async () => {
    const { group, place, ann, ben, mo, begin } = await roundClub();
    const word = `w${v7().replaceAll('-', '')}`;
    const note = await createAnnotation(mo, place, mark('quick', words(`Before ${word}.`)));
    await createReply(mo, note.id, words(`And ${word}.`));
    await begin();
    await createAnnotation(ben, place, mark('fox', words(`My ${word}.`)));
    const own = await found(ben, word);
    expect(own.kinds).toEqual(['annotation']);
    expect(own.counted).not.toContain('Mo');
    expect(await found(ann, word)).toEqual(nothing);
    const asked = { q: word, in: 'comments', sort: 'place' } as const;
    expect((await concordance(ann, group, asked)).lines).toEqual([]);
  });
});

test('a card that changes hands is found under whom it belongs to', async () => {
  const { group, join } = await readingGroup();
  const [ann, ben] = [await join('Ann', 'member'), await join('Ben', 'member')];
  const card = await createCard(ann, group, { ...cardWords, statement: 'Dugongs graze.' });
  await db().card.update({ where: { id: card.id }, data: { createdById: ben.user.id } });
  const found = async (person: string) =>
    (await search(ben, { q: 'dugongs', group, person, sort: 'best', limit: 5 })).items.map(({ id }) => id);
  expect([await found(ann.user.id), await found(ben.user.id)]).toEqual([[], [card.id]]);
});

describe('words that nobody can look for', () => {
  test.each(['½', '²', 'foo -²', '"½"', '①*'])('%s finds nothing, and does no harm', async (q) => {
    const { group, join } = await readingGroup();
    const ann = await join('Ann', 'member');
    expect((await search(ann, { q, group, sort: 'best', limit: 5 })).items).toEqual([]);
  });
});

test('a mark on more than an index can hold is found by its beginning', async () => {
  const club = await readingGroup();
  const ann = await club.join('Ann', 'member');
  // Too long for a spelling to propose: those would take the most time.
  const word = (nth: number) => `w${nth}${'x'.repeat(50)}`;
  const text = Array.from({ length: 21_000 }, (_, nth) => word(nth)).join(' ');
  const id = v7();
  await db().essay.create({ data: { id, title: 'Long', authors: [], language: 'en' } });
  await db().essayVersion.create({
    data: {
      essayId: id,
      number: 1,
      document: {},
      text,
      sha256: id,
      words: 9,
      source: Buffer.from('x'),
      importer: 'text',
    },
  });
  await db().readingListEntry.create({ data: { groupId: club.group, essayId: id, slug: id, position: 9 } });
  const position = { type: 'TextPositionSelector' as const, start: 0, end: text.length };
  const note = await createAnnotation(
    ann,
    { group: club.group, essay: id },
    { target: { version: 1, selector: [position] }, tags: ['claim'] },
  );
  const found = await search(ann, {
    q: word(5),
    group: club.group,
    kind: 'annotation',
    sort: 'best',
    limit: 5,
  });
  expect(found.items).toMatchObject([{ id: note.id }]);
});
