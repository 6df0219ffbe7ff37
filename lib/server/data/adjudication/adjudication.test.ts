import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { deleteAnnotation, editAnnotation } from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { lookThrough, mark } from '@/lib/server/data/reading-group.fixture';
import { statementsOf } from '@/lib/server/data/statements.fixture';
import { accept, adjudicatingGroup } from './adjudicated-world.fixture';
import { essayAdjudication } from './adjudication';
import { decideCases } from './decide-cases';
import { guidelineExamples, keepExample } from './guideline-examples';
import { undoAdjudication } from './undo-adjudication';

describe('cases', () => {
  test('hold what everybody sees, in code points and whole tokens, and who read it and marked nothing of it', async () => {
    const { ann, ben, mo, tag, place } = await adjudicatingGroup();
    await tag(ann, 'brown fox 🦊', 'claim');
    await tag(ben, 'own fox', 'crux');
    await createAnnotation(ben, place, mark('sleeps', { tags: ['crux'], visibility: 'private' }));
    await tag(ben, 'lazy dog', 'crux');
    await lookThrough(mo, place);
    const { people, blocks, cases } = await essayAdjudication(ann, place);
    expect(people.map(({ name }) => name).sort()).toEqual(['Ann', 'Ben']);
    expect(blocks.map(({ start, text }) => [start, text.slice(0, 8)])).toEqual([
      [0, 'The quic'],
      [30, 'Over the'],
    ]);
    const quotes = cases.map(({ candidates, silent, silentReaders, status }) => [
      candidates.map(({ start, end, tags }) => [start, end, tags.join()].join(' ')),
      silent.map((id) => people.find((person) => person.id === id)?.name),
      silentReaders,
      status,
    ]);
    expect(quotes).toEqual([
      [['10 19 crux', '10 21 claim'], [], 1, 'open'],
      [['39 47 crux'], ['Ann'], 1, 'open'],
    ]);
    expect(JSON.stringify(cases)).not.toContain(mo.user.id);
  });

  test('that everybody gave alike are agreed, until somebody else looked through the text', async () => {
    const { ann, ben, mo, tag, cases, place } = await adjudicatingGroup();
    for (const who of [ann, ben]) await tag(who, 'lazy dog', 'claim');
    expect((await cases()).map(({ status }) => status)).toEqual(['agreed']);
    await lookThrough(mo, place);
    expect((await cases()).map(({ status }) => status)).toEqual(['open']);
  });
});

describe('a decision', () => {
  test('makes the layer, and holds while marks change', async () => {
    const { ann, ben, tag, cases, decide } = await adjudicatingGroup();
    const { id } = await tag(ann, 'brown fox', 'claim');
    await tag(ben, 'brown fox', 'crux');
    const [one] = await cases();
    const [decided] = await decide(one!, { ...accept(one!), reason: ' The clause. ' });
    expect(decided).toMatchObject({
      status: 'decided',
      decision: { verdict: 'accept', by: { name: 'Mo' }, marks: [{ start: 10, end: 19 }] },
    });
    await editAnnotation(ann, id, { change: { tags: ['failure-mode'] }, ifMatch: null });
    expect((await cases())[0]).toMatchObject({ status: 'changed', decision: { verdict: 'accept' } });
    for (const { marks } of (await cases())[0]!.candidates)
      for (const { annotation } of marks) {
        const row = await db().annotation.findUniqueOrThrow({ where: { id: annotation } });
        await deleteAnnotation(row.authorId === ann.user.id ? ann : ben, annotation);
      }
    expect(await cases()).toMatchObject([
      { status: 'changed', candidates: [], decision: { verdict: 'accept' } },
    ]);
  });

  test('of bounds that nobody gave grows to whole tokens, with tags in the order of the vocabulary', async () => {
    const { ann, tag, cases, decide } = await adjudicatingGroup();
    await tag(ann, 'brown fox', 'claim');
    const [one] = await cases();
    const marks = [{ start: 5, end: 17, tags: ['crux', 'claim'] }];
    const [decided] = await decide(one!, { verdict: 'change', marks });
    expect(decided?.decision?.marks).toMatchObject([{ start: 4, end: 19, tags: ['claim', 'crux'] }]);
  });

  test.each<[string, ReturnType<typeof accept>]>([
    ['a reading that nobody gave', { verdict: 'accept', marks: [{ start: 0, end: 3, tags: ['claim'] }] }],
    ['a place that is not there', { verdict: 'change', marks: [{ start: 0, end: 999, tags: ['claim'] }] }],
    ['a tag that is not there', { verdict: 'change', marks: [{ start: 0, end: 3, tags: ['fable'] }] }],
    ['marks beside a rejection', { verdict: 'reject', marks: [{ start: 0, end: 3, tags: ['claim'] }] }],
  ])('with %s is refused', async (_, rest) => {
    const { ann, tag, cases, decide, group } = await adjudicatingGroup();
    await tag(ann, 'brown fox', 'claim');
    const [one] = await cases();
    await expect(decide(one!, rest)).rejects.toMatchObject({ status: 422 });
    expect(await db().adjudication.count({ where: { groupId: group } })).toBe(0);
  });

  test('of two moderators at once is one, and the other is told what the first decided', async () => {
    const { ann, tag, cases, decide, group, join } = await adjudicatingGroup();
    const olu = await join('Olu', 'owner');
    await tag(ann, 'brown fox', 'claim');
    const [one] = await cases();
    const outcomes = await Promise.allSettled([decide(one!), decide(one!, accept(one!), olu)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')?.reason;
    expect(refused).toMatchObject({ status: 409, code: 'seen-otherwise' });
    expect(refused.extensions.cases).toMatchObject([{ id: one!.id, status: 'decided' }]);
    expect(await db().adjudication.count({ where: { groupId: group } })).toBe(1);
  });

  test('about several is made about all of them or none', async () => {
    const { ann, mo, tag, cases, place } = await adjudicatingGroup();
    for (const [exact, slug] of [
      ['brown fox', 'claim'],
      ['lazy dog', 'crux'],
    ] as const)
      await tag(ann, exact, slug);
    const [one, two] = (await cases()).map(({ id, state }) => ({
      case: id,
      state,
      verdict: 'reject' as const,
      marks: [],
      reason: '',
    }));
    const stale = { ...two!, state: 'otherwise' };
    await expect(decideCases(mo, place, [one!, stale])).rejects.toMatchObject({ status: 409 });
    expect((await cases()).map(({ status }) => status)).toEqual(['open', 'open']);
    await decideCases(mo, place, [one!, two!]);
    expect((await cases()).map(({ status }) => status)).toEqual(['decided', 'decided']);
  });

  test('can be taken back once, and what it took the place of holds again', async () => {
    const { ann, mo, tag, cases, decide, place } = await adjudicatingGroup();
    await tag(ann, 'brown fox', 'claim');
    const [one] = await cases();
    const [first] = await decide(one!, accept(one!));
    const [second] = await decide(first!);
    const undo = (id: string) => undoAdjudication(mo, { ...place, id });
    await expect(undo(first!.decision!.id)).rejects.toMatchObject({ status: 409 });
    const [back] = await undo(second!.decision!.id);
    expect(back).toMatchObject({ status: 'decided', decision: { id: first!.decision!.id } });
    expect((await undo(first!.decision!.id))[0]).toMatchObject({ status: 'open', decision: null });
    await expect(undo(first!.decision!.id)).rejects.toMatchObject({ status: 409 });
    await expect(undo(one!.id)).rejects.toMatchObject({ status: 404 });
  });

  test('is never changed or deleted while its group and text stand, and goes with them', async () => {
    const { ann, tag, cases, decide, group } = await adjudicatingGroup();
    await tag(ann, 'brown fox', 'claim');
    const [one] = await cases();
    await decide(one!);
    const ofGroup = { where: { groupId: group } };
    await expect(db().adjudication.updateMany({ ...ofGroup, data: { reason: 'x' } })).rejects.toThrow();
    await expect(db().adjudication.deleteMany(ofGroup)).rejects.toThrow();
    await db().group.delete({ where: { id: group } });
    expect(await db().adjudication.count(ofGroup)).toBe(0);
  });
});

test('an example of a tag is kept once for a passage, and shown with its words', async () => {
  const { ann, mo, group } = await adjudicatingGroup();
  const keep = (positive: boolean, reason: string) =>
    keepExample(mo, group, {
      tag: 'crux',
      essay: 'the-fox',
      version: 1,
      start: 20,
      end: 27,
      positive,
      reason,
    });
  await keep(true, 'A fox.');
  await keep(false, 'No crux at all.');
  expect(await guidelineExamples(ann, group)).toMatchObject([
    {
      tag: 'crux',
      positive: false,
      exact: '🦊 jumps',
      suffix: '.\n\nOver the lazy dog, the dog th',
      reason: 'No crux at all.',
    },
  ]);
  await db().readingListEntry.deleteMany({ where: { groupId: group } });
  expect(await guidelineExamples(ann, group)).toEqual([]);
});

test('examples of several texts are cut from them with one question for all', async () => {
  const { ann, mo, group } = await adjudicatingGroup();
  const { id: tagId } = await db().tag.findFirstOrThrow({ where: { groupId: group } });
  for (const name of ['One', 'Two', 'Three']) {
    const { versions } = await db().essay.create({
      data: {
        id: v7(),
        title: name,
        authors: [],
        readingList: { create: { groupId: group, slug: name.toLowerCase(), position: 1 } },
        versions: {
          create: {
            number: 1,
            document: {},
            text: `${name} fox.`,
            sha256: name,
            words: 2,
            source: Buffer.from(name),
            importer: 'text',
          },
        },
      },
      select: { versions: true },
    });
    const place = { groupId: group, tagId, essayVersionId: versions[0]!.id, start: 0, end: name.length };
    await db().guidelineExample.create({
      data: { id: v7(), ...place, isPositive: true, createdById: mo.user.id },
    });
  }
  let found: string[] = [];
  const asked = await statementsOf(async () => {
    found = (await guidelineExamples(ann, group)).map(({ exact }) => exact);
  });
  expect(found).toEqual(['One', 'Two', 'Three']);
  expect(asked.filter((name) => name.startsWith('version-'))).toEqual(['version-texts']);
});
