import { expect, test } from 'vitest';
import { essayAgreement } from '@/lib/server/data/agreement/agreement';
import { revealAnnotationRound, setDone } from '@/lib/server/data/annotation-rounds/lead-round';
import { roundAgreement } from '@/lib/server/data/annotation-rounds/round-agreement';
import { roundClub } from '@/lib/server/data/annotation-rounds/round-club.fixture';
import { accept } from './adjudicated-world.fixture';
import { essayAdjudication } from './adjudication';
import { decideCases } from './decide-cases';
import { decidedAnnotations } from './decided-annotations';
import { undoAdjudication } from './undo-adjudication';

/** Mo marked the fox long ago, Ann the dog; then Ann and Ben marked the fox alike and blind, and Cy nothing. */
async function world() {
  const club = await roundClub();
  const { ann, ben, mo, join, begin, claim, at, place } = club;
  const cy = await join('Cy', 'member');
  const older = await claim(mo, 'brown fox', ['crux']);
  await claim(ann, 'sleeps');
  const round = await begin({}, [ann, ben, cy]);
  const sealed = [await claim(ann, 'brown fox'), await claim(ben, 'brown fox')];
  for (const reader of [ann, ben]) await setDone(reader, at(round), true);
  const ofRound = { round: round.id };
  return {
    ...club,
    older,
    sealed,
    round,
    ofRound,
    cases: async (of: { round?: string } = {}) => (await essayAdjudication(mo, place, of)).cases,
    decide: async (of: { round?: string } = {}) => {
      const [one] = (await essayAdjudication(mo, place, of)).cases;
      const decision = {
        case: one!.id,
        state: one!.state,
        verdict: 'accept' as const,
        marks: [],
        reason: '',
      };
      return decideCases(mo, { ...place, ...of }, [{ ...decision, ...accept(one!) }]);
    },
  };
}

test('agreement of a round’s readers is that of their marks at the reveal, and of nobody’s older ones', async () => {
  const { mo, ann, ben, at, round, ofRound, place, claim, decide } = await world();
  await expect(essayAgreement(mo, place, ofRound)).rejects.toMatchObject({ code: 'not-revealed' });
  await revealAnnotationRound(mo, at(round));
  await claim(ben, 'lazy dog');
  const { figures, pairs, adjudicated } = await essayAgreement(mo, place, { ...ofRound, tag: 'claim' });
  expect(figures).toEqual((await roundAgreement(mo, at(round))).before);
  expect(figures).toMatchObject({ annotators: 2, tags: [{ tag: null, passages: 2 }, {}, {}, {}] });
  expect(pairs.people.map(({ id }) => id).sort()).toEqual([ann.user.id, ben.user.id].sort());
  expect(adjudicated).toMatchObject({ decided: 0, cases: 1 });
  expect((await essayAgreement(mo, place)).figures.tags[0]?.passages).toBe(5);
  await decide(ofRound);
  const against = (await essayAgreement(mo, place, ofRound)).adjudicated;
  expect(against.people.map(({ person, exact }) => [person.id, exact.value]).sort()).toEqual(
    [ann, ben].map(({ user }) => [user.id, 1]).sort(),
  );
});

test('who marked outside the round what was decided in it was right, and nothing else of theirs is an error', async () => {
  const { mo, ann, join, at, round, ofRound, place, claim, decide } = await world();
  const dee = await join('Dee', 'member');
  await revealAnnotationRound(mo, at(round));
  await decide(ofRound);
  await claim(dee, 'brown fox');
  await claim(dee, 'lazy dog');
  const { people } = (await essayAgreement(mo, place, { tag: 'claim' })).adjudicated;
  const of = (id: string) => people.find(({ person }) => person.id === id);
  expect(of(dee.user.id)).toMatchObject({ passages: 1, decided: 1, exact: { value: 1 } });
  expect(of(ann.user.id)).toMatchObject({ passages: 1, exact: { value: 1 } });
  const bare = (await essayAgreement(mo, place, { match: 'bounds' })).adjudicated.people;
  expect(bare.find(({ person }) => person.id === mo.user.id)).toMatchObject({
    passages: 1,
    exact: { value: 1 },
  });
  const tagged = (await essayAgreement(mo, place)).adjudicated.people;
  expect(tagged.find(({ person }) => person.id === mo.user.id)).toMatchObject({ passages: 0, decided: 1 });
});

test('the same marks are as right and as wrong outside a round as in it', async () => {
  const { mo, ann, ben, join, begin, at, place, claim } = await roundClub();
  const vic = await join('Vic', 'member');
  const round = await begin({}, [ann, ben]);
  const judge = async (by: typeof ann) => {
    await claim(by, 'brown fox');
    await claim(by, 'lazy dog', ['failure-mode']);
  };
  await judge(ann);
  for (const passage of ['brown fox', 'lazy dog']) await claim(ben, passage);
  for (const reader of [ann, ben]) await setDone(reader, at(round), true);
  const ofRound = { round: round.id };
  for (const one of (await essayAdjudication(mo, place, ofRound)).cases) {
    const right = one.candidates.find(({ tags }) => tags.includes('claim'))!;
    const marks = [{ start: right.start, end: right.end, tags: right.tags }];
    const decision = { case: one.id, state: one.state, reason: '', verdict: 'accept' as const, marks };
    await decideCases(mo, { ...place, ...ofRound }, [decision]);
  }
  await judge(vic);
  for (const match of ['tags', 'bounds'] as const) {
    const { people } = (await essayAgreement(mo, place, { match })).adjudicated;
    const of = (reader: typeof ann) => people.find(({ person }) => person.id === reader.user.id);
    expect(of(ann)).toMatchObject({ passages: 2, exact: { value: match === 'tags' ? 0.5 : 1 } });
    expect({ ...of(vic), person: null }).toEqual({ ...of(ann), person: null });
  }
});

test('a decision on what was marked in a round speaks of no older mark, and is seen as one in both views', async () => {
  const { mo, at, round, ofRound, place, cases, decide, older, sealed } = await world();
  await expect(essayAdjudication(mo, place, ofRound)).rejects.toMatchObject({ code: 'not-revealed' });
  await revealAnnotationRound(mo, at(round));
  expect((await cases(ofRound)).map(({ status }) => status)).toEqual(['agreed']);
  expect((await cases()).map(({ status }) => status)).toEqual(['open', 'open']);
  const [decided] = await decide(ofRound);
  expect(decided).toMatchObject({ status: 'decided', decision: { verdict: 'accept' } });
  expect((await cases())[0]).toMatchObject({ status: 'changed', decision: { id: decided!.decision!.id } });
  const spokenOf = (await decidedAnnotations(mo, place)).items.map(({ annotation }) => annotation);
  expect(spokenOf.sort()).toEqual(sealed.map(({ id }) => id).sort());
  expect(spokenOf).not.toContain(older.id);
});

test('a decision on everyone’s marks is none that changed to who looks at a round, and is taken back whole', async () => {
  const { mo, at, round, ofRound, place, cases, decide } = await world();
  await revealAnnotationRound(mo, at(round));
  const [decided] = await decide();
  expect((await cases(ofRound)).map(({ status }) => status)).toEqual(['decided']);
  await undoAdjudication(mo, { ...place, ...ofRound, id: decided!.decision!.id });
  expect((await cases(ofRound)).map(({ status }) => status)).toEqual(['agreed']);
  expect((await decidedAnnotations(mo, place)).items).toEqual([]);
});
