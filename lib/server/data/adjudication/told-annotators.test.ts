import { describe, expect, test } from 'vitest';
import { revealAnnotationRound } from '@/lib/server/data/annotation-rounds/lead-round';
import { roundClub } from '@/lib/server/data/annotation-rounds/round-club.fixture';
import { db } from '@/lib/server/data/database';
import { inboxPage } from '@/lib/server/data/inbox/inbox';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { runDue } from '@/lib/server/jobs/worker';
import { accept, adjudicatingGroup } from './adjudicated-world.fixture';
import { essayAdjudication } from './adjudication';
import { decideCases } from './decide-cases';
import { undoAdjudication } from './undo-adjudication';

describe('the inbox', () => {
  const settle = async () => {
    await db().job.updateMany({ where: { kind: 'tell' }, data: { runAt: new Date(0) } });
    while ((await runDue('tell')) > 0);
  };
  const entries = async (who: SignedIn) =>
    (await inboxPage(who, { limit: 50, unread: 'false' })).items
      .filter(({ kind }) => kind === 'adjudication')
      .map(({ words, path, read, about, actor }) => ({ words, path, read: read !== null, about, actor }));

  test('tells each annotator once what became of theirs and why, and nobody of what they decided themselves', async () => {
    const { ann, ben, mo, tag, cases, decide, group } = await adjudicatingGroup();
    await tag(ann, 'brown fox', 'claim');
    await tag(ben, 'brown fox', 'crux');
    await tag(ann, 'lazy dog', 'crux');
    await tag(mo, 'sleeps', 'claim');
    const [one, two, three] = await cases();
    const reading = one!.candidates.find(({ tags }) => tags[0] === 'claim')!;
    const { start, end, tags } = reading;
    await decide(one!, { verdict: 'accept', marks: [{ start, end, tags }], reason: 'It says so.' });
    await decide(two!);
    await decide(three!);
    expect(await db().job.count({ where: { key: { startsWith: `adjudication:${group}` } } })).toBe(1);
    await settle();
    const slug = (await db().group.findUniqueOrThrow({ where: { id: group } })).slug;
    const place = {
      path: `/g/${slug}/the-fox/adjudicate?show=mine`,
      read: false,
      about: 'The fox',
      actor: { id: mo.user.id, name: 'Mo' },
    };
    expect(await entries(ann)).toEqual([{ ...place, words: '1 kept: “It says so.” 1 not kept.' }]);
    expect(await entries(ben)).toEqual([{ ...place, words: '1 not kept: “It says so.”' }]);
    expect(await entries(mo)).toEqual([]);
  });

  test('adds to a notice as long as it is unread, and begins another after that', async () => {
    const { ann, tag, cases, decide } = await adjudicatingGroup();
    await tag(ann, 'brown fox', 'claim');
    await tag(ann, 'lazy dog', 'crux');
    await tag(ann, 'sleeps', 'crux');
    const [one, two, three] = await cases();
    await decide(one!);
    await settle();
    await decide(two!, accept(two!));
    await settle();
    expect((await entries(ann)).map(({ words }) => words)).toEqual(['1 kept. 1 not kept.']);
    await db().notification.updateMany({ where: { userId: ann.user.id }, data: { readAt: new Date() } });
    await settle();
    await decide(three!);
    await settle();
    expect((await entries(ann)).map(({ words, read }) => [words, read])).toEqual([
      ['1 not kept.', false],
      ['1 kept. 1 not kept.', true],
    ]);
  });

  test('says what was taken back since, and tells nobody of what was taken back before', async () => {
    const { ann, ben, mo, tag, cases, decide, place } = await adjudicatingGroup();
    await tag(ann, 'brown fox', 'claim');
    const [one] = await cases();
    const [decided] = await decide(one!);
    await settle();
    await undoAdjudication(mo, { ...place, id: decided!.decision!.id });
    await settle();
    expect((await entries(ann)).map(({ words }) => words)).toEqual(['What was decided has been taken back.']);
    await tag(ben, 'lazy dog', 'claim');
    const [, two] = await cases();
    const [again] = await decide(two!);
    await undoAdjudication(mo, { ...place, id: again!.decision!.id });
    await settle();
    expect(await entries(ben)).toEqual([]);
  });

  test('leads to the marks of a round where all that was decided is about these', async () => {
    const { mo, ann, ben, begin, at, claim, place } = await roundClub();
    const round = await begin();
    await claim(ann, 'brown fox');
    await revealAnnotationRound(mo, at(round));
    await claim(ben, 'lazy dog');
    const decide = async (of: { round?: string }, i = 0) => {
      const one = (await essayAdjudication(mo, place, of)).cases[i]!;
      const rejected = { verdict: 'reject' as const, marks: [], reason: '' };
      await decideCases(mo, { ...place, ...of }, [{ case: one.id, state: one.state, ...rejected }]);
      await settle();
    };
    const paths = async () =>
      (await Promise.all([ann, ben].map(entries))).map(([first]) => first?.path.replace(/.*\?/, ''));
    await decide({ round: round.id });
    expect(await paths()).toEqual([`show=mine&round=${round.id}`, undefined]);
    await decide({}, 1);
    expect(await paths()).toEqual([expect.stringContaining('show=mine'), 'show=mine']);
  });
});
