import { describe, expect, test } from 'vitest';
import { deleteAnnotation, editAnnotation } from '@/lib/server/data/change-annotation';
import { db, query } from '@/lib/server/data/database';
import { revealAnnotationRound } from './lead-round';
import { roundAgreement } from './round-agreement';
import { roundClub } from './round-club.fixture';

describe('agreement of a round', () => {
  test('is of the marks at the reveal for ever, and of those now, with who moved', async () => {
    const { mo, ann, ben, join, begin, at, claim } = await roundClub();
    const cy = await join('Cy', 'member');
    await claim(ann, 'sleeps');
    const round = await begin({}, [ann, ben, cy]);
    const { id: fox } = await claim(ann, 'brown fox 🦊');
    const { id: dog } = await claim(ben, 'lazy dog', ['crux']);
    await expect(roundAgreement(mo, at(round))).rejects.toMatchObject({ code: 'not-revealed' });
    await revealAnnotationRound(mo, at(round));
    const first = await roundAgreement(ann, at(round));
    // Cy neither marked anything nor was done: missing, not silent.
    expect(first.annotators.map(({ name }) => name).sort()).toEqual(['Ann', 'Ben']);
    expect(first.moves).toEqual([]);
    expect(first.after).toEqual(first.before);
    expect(first.before.tags[1]).toMatchObject({ tag: 'claim', passages: 1, markers: 1 });
    expect(first.contested.map(({ text }) => text)).toEqual([
      'The quick brown fox 🦊 jumps.',
      'Over the lazy dog, the dog that sleeps.',
    ]);
    await claim(ben, 'brown fox 🦊');
    await editAnnotation(ben, dog, { change: { tags: ['claim'] }, ifMatch: null });
    await deleteAnnotation(ann, fox);
    const next = await roundAgreement(ann, at(round));
    expect(next.before).toEqual(first.before);
    expect(next.moves.map(({ kind, person, quote }) => [kind, person.name, quote])).toEqual([
      ['removed', 'Ann', 'brown fox 🦊'],
      ['added', 'Ben', 'brown fox 🦊'],
      ['retagged', 'Ben', 'lazy dog'],
    ]);
    expect(next.moves[1]?.after).toMatchObject({ start: 10, end: 21 });
    expect(next.after.tags[1]).toMatchObject({ passages: 2, markers: 1 });
  });

  test('shows nothing that moderators keep from the group since', async () => {
    const { mo, ann, begin, at, claim } = await roundClub();
    const round = await begin();
    const { id } = await claim(ann, 'lazy dog');
    await revealAnnotationRound(mo, at(round));
    await db().annotation.update({ where: { id }, data: { held: 'hidden' } });
    const { before, moves, contested } = await roundAgreement(ann, at(round));
    expect([before.tags[0]?.passages, moves, contested]).toEqual([0, [], []]);
  });

  test('rests on rows that nothing changes', async () => {
    const { mo, ann, begin, at, claim } = await roundClub();
    const round = await begin();
    await claim(ann, 'lazy dog');
    await revealAnnotationRound(mo, at(round));
    for (const change of ["UPDATE round_mark SET tags = '{}'", 'DELETE FROM round_mark'])
      await expect(query('tamper', `${change} WHERE round_id = $1::uuid`, [round.id])).rejects.toThrow();
    await db().annotationRound.delete({ where: { id: round.id } });
    expect(await db().roundMark.count({ where: { roundId: round.id } })).toBe(0);
  });
});
