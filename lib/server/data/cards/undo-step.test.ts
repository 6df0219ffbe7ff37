import { describe, expect, test } from 'vitest';
import { deleteAccount } from '@/lib/server/data/account-deletion';
import { db } from '@/lib/server/data/database';
import { cardHistory } from './card-events';
import { rewordCard } from './change-card';
import { refusal } from './curating-group.fixture';
import { mergingGroup } from './merging-group.fixture';
import { linkPassage, listOccurrences, unlinkPassage } from './occurrences';
import { listPositions } from './positions';
import { readCard } from './read-card';
import { listRelations, relateCard, unrelateCard } from './relations';
import { splitCard } from './split-card';
import { undoStep } from './undo-step';

const { mod, ann, reader, at, join, propose, step, passage, answer, merge, undoLast, pair, live } =
  await mergingGroup();

describe('undoing', () => {
  test.each(['from', 'into'] as const)('a merge at the side of "%s" restores all of it', async (side) => {
    const made = await pair();
    const cards = [made.from, made.into, made.third];
    const before = await live(cards);
    await merge(made.from, made.into);
    const { lost } = await undoLast(made[side]);
    expect(lost).toEqual([]);
    expect(await live(cards)).toEqual(before);
    expect(await readCard(reader, at(made.from))).toMatchObject({ card: { status: 'proposed' } });
    const rationales = (await listRelations(mod, at(made.from))).map(({ rationale }) => rationale);
    expect(rationales.sort()).toEqual(['Because.', 'Because.', 'No.']);
    const again = (await cardHistory(mod, at(made.from))).find(({ verb }) => verb === 'merge');
    expect(await refusal(undoStep(mod, { ...at(made.from), event: again?.id ?? '' }))).toEqual({
      status: 409,
      code: 'undone-already',
    });
  });

  test('a merge leaves what was touched since, and says so', async () => {
    const { from, into } = await pair();
    await merge(from, into);
    await answer(into, ann, 55);
    const event = (await cardHistory(mod, at(into))).find(({ verb }) => verb === 'absorb');
    const { lost } = await undoStep(mod, { ...at(into), event: event?.id ?? '' });
    expect(lost).toEqual(expect.arrayContaining([expect.stringContaining('position')]));
    expect((await listPositions(ann, at(into))).mine).toMatchObject({ credence: 55 });
    expect((await listPositions(mod, at(from))).mine).toMatchObject({ credence: 40, inherited: false });
  });

  test('a merge leaves out what was deleted for good since, and says so', async () => {
    const leaver = await join('Lee', 'member');
    const { from, into, shared } = await pair();
    await answer(into, leaver, 70);
    await answer(from, leaver, 20);
    await merge(from, into);
    await db().annotation.delete({ where: { id: shared } });
    await deleteAccount(leaver);
    const kept = await db().merge.findFirstOrThrow({ where: { fromId: from.id } });
    expect(JSON.stringify(kept.plan)).not.toContain(leaver.user.id);
    const { lost } = await undoLast(into);
    expect(lost).toEqual(['passage: target-gone']);
    expect(await listOccurrences(ann, at(from))).toHaveLength(1);
    expect((await listPositions(mod, at(from))).mine).toMatchObject({ credence: 40 });
  });

  test('a rewording makes answers to the words before count again', async () => {
    const card = await propose('It may snow.');
    await answer(card, ann, 30);
    await rewordCard(mod, at(card), {
      statement: 'It will snow.',
      wordingOnly: false,
      reason: '',
      ifMatch: null,
    });
    expect((await listPositions(ann, at(card))).mine?.stale).toBe(true);
    expect((await undoLast(card)).card).toMatchObject({ statement: 'It may snow.', version: 3 });
    expect((await listPositions(ann, at(card))).mine?.stale).toBe(false);
  });

  test('a status, unless it changed since', async () => {
    const card = await propose('Stepped.');
    await step(card, 'accept');
    const [accepted] = await cardHistory(mod, at(card));
    await step(card, 'resolve-true', { source: 'A paper.' });
    const event = { ...at(card), event: accepted?.id ?? '' };
    expect(await refusal(undoStep(mod, event))).toEqual({ status: 409, code: 'changed-since' });
    expect((await undoLast(card)).card).toMatchObject({ status: 'canonical', resolutionSource: null });
    expect(await refusal(undoLast(card))).toEqual({ status: 409, code: 'not-undoable' });
  });

  test('linking, unlinking, relating and unrelating', async () => {
    const [card, other] = [await propose('Linked.'), await propose('Other.')];
    const annotation = await passage('jumps');
    const made = await linkPassage(ann, at(card), { annotation, role: 'states' });
    await unlinkPassage(mod, { ...at(card), id: made.id });
    await undoLast(card);
    expect(await listOccurrences(ann, at(card))).toMatchObject([{ id: made.id, creator: { name: 'Ann' } }]);
    const drawn = await relateCard(mod, at(card), { type: 'supports', to: other.id, rationale: 'So.' });
    await unrelateCard(mod, { ...at(card), id: drawn.id });
    await undoLast(card);
    expect(await listRelations(ann, at(other))).toEqual([drawn]);
  });

  test('what joined something is refused once that went elsewhere, and changes nothing', async () => {
    const [card, other] = [await propose('Joined.'), await propose('To another.')];
    const { id } = await linkPassage(ann, at(card), { annotation: await passage('jumps'), role: 'states' });
    const [linked] = await cardHistory(mod, at(card));
    const words = { kind: 'claim' as const, statement: 'Split off.', reason: '' };
    const made = await splitCard(mod, at(card), { ...words, occurrences: [id] });
    const drawn = await relateCard(mod, at(card), { type: 'supports', to: other.id, rationale: 'So.' });
    const [related] = await cardHistory(mod, at(card));
    await unrelateCard(mod, { ...at(card), id: drawn.id });
    for (const event of [linked, related])
      expect(await refusal(undoStep(mod, { ...at(card), event: event?.id ?? '' }))).toEqual({
        status: 409,
        code: 'changed-since',
      });
    expect(await listOccurrences(ann, at(made))).toMatchObject([{ id }]);
  });

  test('unlinking says so when the passage was linked again', async () => {
    const card = await propose('Linked twice.');
    const link = { annotation: await passage('jumps'), role: 'states' as const };
    await unlinkPassage(mod, { ...at(card), id: (await linkPassage(ann, at(card), link)).id });
    const [unlinked] = await cardHistory(mod, at(card));
    await linkPassage(mod, at(card), link);
    const { lost } = await undoStep(mod, { ...at(card), event: unlinked?.id ?? '' });
    expect(lost).toEqual(['passage: place-taken']);
  });

  test('the end of a relation brings what undercut it back, at any depth', async () => {
    const { third } = await pair();
    const before = await listRelations(mod, at(third));
    const arrow = before.find(({ type, from }) => type === 'crux-for' && from.statement === 'Said so.')!;
    const undercut = before.find(({ type }) => type === 'undercuts')!;
    const draft = { type: 'undercuts' as const, toRelation: undercut.id, rationale: 'Yes.' };
    await relateCard(mod, at(arrow.from), draft);
    const all = await live([third]);
    await unrelateCard(mod, { ...at(third), id: arrow.id });
    expect((await live([third])).relations).toHaveLength(all.relations.length - 3);
    expect((await undoLast(third)).lost).toEqual([]);
    expect(await live([third])).toEqual(all);
    const drawn = (await cardHistory(mod, at(arrow.from))).filter(({ verb }) => verb === 'relate').at(-2);
    const { lost } = await undoStep(mod, { ...at(arrow.from), event: drawn!.id });
    expect(lost).toEqual(['relation: target-gone', 'relation: target-gone']);
  });

  test('is for moderators, and for nobody elsewhere', async () => {
    const card = await propose('Undone by whom.');
    await step(card, 'accept');
    const [event] = await cardHistory(mod, at(card));
    expect(await refusal(undoStep(ann, { ...at(card), event: event?.id ?? '' }))).toMatchObject({
      status: 403,
    });
    const other = await propose('Not its event.');
    expect(await refusal(undoStep(mod, { ...at(other), event: event?.id ?? '' }))).toMatchObject({
      status: 404,
    });
  });
});
