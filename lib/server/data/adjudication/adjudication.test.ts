import { beforeEach, describe, expect, test } from 'vitest';
import type { AdjudicationCase } from '@/lib/core/api/adjudication';
import { deleteAnnotation, editAnnotation } from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { remember } from '@/lib/server/data/reading';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { firstReading } from './adjudicated-world.fixture';
import { essayAdjudication } from './adjudication';
import { decideCases } from './decide-cases';
import { guidelineExamples, keepExample } from './guideline-examples';
import { undoAdjudication } from './undo-adjudication';

let club: Awaited<ReturnType<typeof readingGroup>>;
let ann: SignedIn;
let ben: SignedIn;
let mo: SignedIn;

beforeEach(async () => {
  club = await readingGroup();
  ann = await club.join('Ann', 'member');
  ben = await club.join('Ben', 'member');
  mo = await club.join('Mo', 'moderator');
});

const tag = (who: SignedIn, exact: string, slug: string) =>
  createAnnotation(who, club.place, mark(exact, { tags: [slug] }));
const cases = async (who = mo) => (await essayAdjudication(who, club.place)).cases;

type Rest = Partial<Parameters<typeof decideCases>[2][number]>;
const decide = (one: AdjudicationCase, rest: Rest = {}, who = mo) =>
  decideCases(who, club.place, [
    { case: one.id, state: one.state, verdict: 'reject', marks: [], reason: '', ...rest },
  ]);
const accept = (one: AdjudicationCase) => ({ verdict: 'accept' as const, marks: [firstReading(one)] });

describe('cases', () => {
  test('hold what everybody sees, in code points and whole tokens, and who read it and marked nothing of it', async () => {
    await tag(ann, 'brown fox 🦊', 'claim');
    await tag(ben, 'own fox', 'crux');
    await createAnnotation(ben, club.place, mark('sleeps', { tags: ['crux'], visibility: 'private' }));
    await tag(ben, 'lazy dog', 'crux');
    await remember(mo, club.place, { offset: 0 });
    const { people, blocks, cases } = await essayAdjudication(ann, club.place);
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

  test('that everybody gave alike are agreed, until somebody else opens the text', async () => {
    for (const who of [ann, ben]) await tag(who, 'lazy dog', 'claim');
    expect((await cases()).map(({ status }) => status)).toEqual(['agreed']);
    await remember(mo, club.place, { offset: 0 });
    expect((await cases()).map(({ status }) => status)).toEqual(['open']);
  });
});

describe('a decision', () => {
  test('makes the layer, and holds while marks change', async () => {
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
    await tag(ann, 'brown fox', 'claim');
    const [one] = await cases();
    const marks = [{ start: 5, end: 17, tags: ['crux', 'claim'] }];
    const [decided] = await decide(one!, { verdict: 'change', marks });
    expect(decided?.decision?.marks).toMatchObject([{ start: 4, end: 19, tags: ['claim', 'crux'] }]);
  });

  test.each<[string, Rest]>([
    ['a reading that nobody gave', { verdict: 'accept', marks: [{ start: 0, end: 3, tags: ['claim'] }] }],
    ['a place that is not there', { verdict: 'change', marks: [{ start: 0, end: 999, tags: ['claim'] }] }],
    ['a tag that is not there', { verdict: 'change', marks: [{ start: 0, end: 3, tags: ['fable'] }] }],
    ['marks beside a rejection', { verdict: 'reject', marks: [{ start: 0, end: 3, tags: ['claim'] }] }],
  ])('with %s is refused', async (_, rest) => {
    await tag(ann, 'brown fox', 'claim');
    const [one] = await cases();
    await expect(decide(one!, rest)).rejects.toMatchObject({ status: 422 });
    expect(await db().adjudication.count({ where: { groupId: club.group } })).toBe(0);
  });

  test('of two moderators at once is one, and the other is told what the first decided', async () => {
    const olu = await club.join('Olu', 'owner');
    await tag(ann, 'brown fox', 'claim');
    const [one] = await cases();
    const outcomes = await Promise.allSettled([decide(one!), decide(one!, accept(one!), olu)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')?.reason;
    expect(refused).toMatchObject({ status: 409, code: 'seen-otherwise' });
    expect(refused.extensions.cases).toMatchObject([{ id: one!.id, status: 'decided' }]);
    expect(await db().adjudication.count({ where: { groupId: club.group } })).toBe(1);
  });

  test('about several is made about all of them or none', async () => {
    for (const [exact, slug] of [
      ['brown fox', 'claim'],
      ['lazy dog', 'crux'],
    ] as const)
      await tag(ann, exact, slug);
    const [one, two] = (await cases()).map(({ id, state }) => ({
      ...{ case: id, state, verdict: 'reject' as const, marks: [], reason: '' },
    }));
    const stale = { ...two!, state: 'otherwise' };
    await expect(decideCases(mo, club.place, [one!, stale])).rejects.toMatchObject({ status: 409 });
    expect((await cases()).map(({ status }) => status)).toEqual(['open', 'open']);
    await decideCases(mo, club.place, [one!, two!]);
    expect((await cases()).map(({ status }) => status)).toEqual(['decided', 'decided']);
  });

  test('can be taken back once, and what it took the place of holds again', async () => {
    await tag(ann, 'brown fox', 'claim');
    const [one] = await cases();
    const [first] = await decide(one!, accept(one!));
    const [second] = await decide(first!);
    const undo = (id: string) => undoAdjudication(mo, { ...club.place, id });
    await expect(undo(first!.decision!.id)).rejects.toMatchObject({ status: 409 });
    const [back] = await undo(second!.decision!.id);
    expect(back).toMatchObject({ status: 'decided', decision: { id: first!.decision!.id } });
    expect((await undo(first!.decision!.id))[0]).toMatchObject({ status: 'open', decision: null });
    await expect(undo(first!.decision!.id)).rejects.toMatchObject({ status: 409 });
    await expect(undo(one!.id)).rejects.toMatchObject({ status: 404 });
  });

  test('is never changed or deleted while its group and text stand, and goes with them', async () => {
    await tag(ann, 'brown fox', 'claim');
    const [one] = await cases();
    await decide(one!);
    const ofGroup = { where: { groupId: club.group } };
    await expect(db().adjudication.updateMany({ ...ofGroup, data: { reason: 'x' } })).rejects.toThrow();
    await expect(db().adjudication.deleteMany(ofGroup)).rejects.toThrow();
    await db().group.delete({ where: { id: club.group } });
    expect(await db().adjudication.count(ofGroup)).toBe(0);
  });
});

test('an example of a tag is kept once for a passage, and shown with its words', async () => {
  const keep = (positive: boolean, reason: string) =>
    keepExample(mo, club.group, {
      ...{ tag: 'crux', essay: 'the-fox', version: 1, start: 20, end: 27, positive, reason },
    });
  await keep(true, 'A fox.');
  await keep(false, 'No crux at all.');
  expect(await guidelineExamples(ann, club.group)).toMatchObject([
    {
      tag: 'crux',
      positive: false,
      exact: '🦊 jumps',
      suffix: '.\n\nOver the lazy dog, the dog th',
      reason: 'No crux at all.',
    },
  ]);
  await db().readingListEntry.deleteMany({ where: { groupId: club.group } });
  expect(await guidelineExamples(ann, club.group)).toEqual([]);
});
