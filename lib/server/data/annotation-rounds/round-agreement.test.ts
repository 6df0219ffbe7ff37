import { describe, expect, test } from 'vitest';
import { roundAgreementCsv, roundPositionsCsv } from '@/lib/core/export/csv/agreement-csv';
import { deleteAccount } from '@/lib/server/data/account-deletion';
import { deleteAnnotation, editAnnotation } from '@/lib/server/data/change-annotation';
import { db, query } from '@/lib/server/data/database';
import { setConsent } from '@/lib/server/data/export/consent';
import { readAnnotationRound } from './annotation-rounds';
import { revealAnnotationRound, setDone } from './lead-round';
import { roundAgreement } from './round-agreement';
import { roundClub } from './round-club.fixture';
import { roundPositions } from './round-positions';

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

  test('says of each how many of their marks count now, as it counts them, and nothing of who took no part', async () => {
    const { mo, ann, ben, join, begin, at, claim } = await roundClub();
    const cy = await join('Cy', 'member');
    await claim(ann, 'sleeps');
    const round = await begin({ tags: ['claim'] }, [ann, ben, cy]);
    await claim(ann, 'lazy dog');
    await setDone(ben, at(round), true);
    const counts = async (viewer = mo) =>
      (await readAnnotationRound(viewer, at(round))).annotators.map(({ person, marks }) => [
        person.name,
        marks,
      ]);
    expect((await counts()).map(([, marks]) => marks)).toEqual([null, null, null]);
    await revealAnnotationRound(mo, at(round));
    await claim(ben, 'lazy dog');
    await claim(ben, 'brown fox 🦊');
    await claim(ben, 'quick', ['crux']);
    await claim(cy, 'quick');
    const shown = [
      ['Ann', 1],
      ['Ben', 2],
      ['Cy', null],
    ];
    expect(await counts()).toEqual(shown);
    expect((await roundAgreement(mo, at(round))).after.tags[0]?.passages).toBe(3);
    await begin({}, [ann, cy]);
    expect([await counts(ben), await counts(ann)]).toEqual([shown, shown.map(([name]) => [name, null])]);
  });

  test('says of what was contested which marks are gone, and what all agree on by now', async () => {
    const { mo, ann, ben, begin, at, claim } = await roundClub();
    const round = await begin();
    const { id: fox } = await claim(ann, 'brown fox 🦊');
    const { id: dog } = await claim(ann, 'lazy dog');
    const { id: crux } = await claim(ben, 'lazy dog', ['crux']);
    await revealAnnotationRound(mo, at(round));
    const tagsOf = async () =>
      (await roundAgreement(ann, at(round))).contested
        .toSorted((a, b) => a.start - b.start)
        .map(({ tags }) =>
          tags.map(({ tag, agreed, marks }) => [tag, agreed, ...marks.map(({ annotation }) => annotation)]),
        );
    expect(await tagsOf()).toEqual([
      [['claim', false, fox]],
      [
        ['claim', false, dog],
        ['crux', false, crux],
      ],
    ]);
    await deleteAnnotation(ann, fox);
    await editAnnotation(ben, crux, { change: { tags: ['claim'] }, ifMatch: null });
    // The crux became a claim: it is there, and nobody calls it a crux any more.
    expect(await tagsOf()).toEqual([
      [['claim', true, null]],
      [
        ['claim', true, dog],
        ['crux', true, crux],
      ],
    ]);
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

  test('can be computed again from the positions, before and after, and only after the reveal', async () => {
    const { mo, ann, ben, join, begin, at, claim } = await roundClub();
    const cy = await join('Cy', 'member');
    const round = await begin({ tags: ['claim', 'crux'] }, [ann, ben, cy]);
    const { id } = await claim(ann, 'brown fox 🦊');
    await claim(ben, 'lazy dog', ['crux']);
    await setDone(cy, at(round), true);
    const pseudonymous = { named: false };
    await expect(roundPositions(mo, at(round), pseudonymous)).rejects.toMatchObject({ code: 'not-revealed' });
    await revealAnnotationRound(mo, at(round));
    await deleteAnnotation(ann, id);
    await claim(ben, 'sleeps');
    await setConsent(ben, at(round).group, 'named');
    const { annotators, tokens, leftOut, ...rest } = await roundPositions(cy, at(round), { named: true });
    expect(rest).toMatchObject({
      schema: 'cruxbook/round-positions/1',
      tags: ['claim', 'crux'],
      round: { id: round.id, title: 'Blind' },
      essay: { slug: 'the-fox', version: 1 },
    });
    const places = annotators.map(({ name, before, after }) => [
      name?.replace(/-.*/, '-…') ?? null,
      ...[before, after].map((spans) => spans.map(({ start, end, tags }) => [start, end, ...tags])),
    ]);
    const dog = [39, 47, 'crux'];
    expect(new Set(places)).toEqual(
      new Set([
        ['reader-…', [[10, 21, 'claim']], []],
        ['Ben', [dog], [dog, [62, 68, 'claim']]],
        [null, [], []],
      ]),
    );
    expect([tokens[0], leftOut]).toEqual([[0, 3], 0]);
    const { before } = await roundAgreement(ann, at(round));
    expect(annotators).toHaveLength(before.annotators);
    await setConsent(ben, at(round).group, 'left-out');
    const fewer = await roundPositions(cy, at(round), pseudonymous);
    expect([fewer.annotators.length, fewer.leftOut]).toEqual([2, 1]);
    expect(roundPositionsCsv(fewer).split('\r\n')).toEqual(
      [
        'essay,version,sha256,when,annotator_id,annotator,annotation,tag,start_code_point,end_code_point',
        /,before,[^,]+,reader-[^,]+,[^,]+,claim,10,21$/,
        /,before,[^,]+,reader-[^,]+,,crux,,$/,
        /,before,silent-1,,,claim,,$/,
        /,before,silent-1,,,crux,,$/,
        /,after,[^,]+,reader-[^,]+,,claim,,$/,
        /,after,[^,]+,reader-[^,]+,,crux,,$/,
        /,after,silent-1,,,claim,,$/,
        /,after,silent-1,,,crux,,$/,
        /^$/,
      ].map((line) => (typeof line === 'string' ? line : expect.stringMatching(line))),
    );
  });

  test('goes out as a table, at both times', async () => {
    const { mo, ann, ben, begin, at, claim } = await roundClub();
    const round = await begin();
    const { id } = await claim(ann, 'lazy dog');
    await setDone(ben, at(round), true);
    await revealAnnotationRound(mo, at(round));
    await deleteAnnotation(ann, id);
    const rows = roundAgreementCsv(await roundAgreement(ann, at(round))).split('\r\n');
    expect(rows[0]).toBe(
      'when,tag,measure,value,undefined_because,n,unit,annotators,tagged_by,passages,tokens',
    );
    const passages = (when: string) =>
      rows
        .find((row) => row.startsWith(`${when},claim,krippendorff`))
        ?.split(',')
        .at(-2);
    expect([passages('before'), passages('after')]).toEqual(['1', '0']);
  });

  test('shows nothing that was made private, even when it went with the account of who made it', async () => {
    const { mo, ann, ben, begin, at, claim } = await roundClub();
    const round = await begin();
    const { id } = await claim(ann, 'lazy dog');
    await claim(ben, 'sleeps');
    await revealAnnotationRound(mo, at(round));
    await editAnnotation(ann, id, { change: { visibility: 'private' }, ifMatch: null });
    await deleteAccount(ann);
    expect(await db().annotation.count({ where: { id } })).toBe(0);
    const { annotators } = await roundPositions(mo, at(round), { named: false });
    const marked = annotators.map(({ before, after }) => [before.length, after.length]);
    expect(marked.sort()).toEqual([
      [0, 0],
      [1, 1],
    ]);
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
