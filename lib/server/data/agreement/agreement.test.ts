import { describe, expect, test } from 'vitest';
import { countItems } from '@/lib/core/agreement/counted-items';
import { krippendorffAlpha } from '@/lib/core/agreement/krippendorff-alpha';
import type { PositionsChoice } from '@/lib/core/api/agreement';
import { agreementCsv, essayAgreementCsv, positionsCsv } from '@/lib/core/export/csv/agreement-csv';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { remember } from '@/lib/server/data/reading';
import { lookThrough, mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { type Viewer, visitor } from '@/lib/server/data/viewer';
import { essayAgreement, groupAgreement } from './agreement';
import { contestedIn } from './contested';
import { agreementPositions } from './positions';

/** As asked for without saying more. */
const pseudonymous = { named: false, essay: undefined, salt: undefined };

/** With all essays, which come one after the other. */
async function positionsOf(viewer: Viewer, group: string, choice: PositionsChoice = pseudonymous) {
  const { essays, ...head } = await agreementPositions(viewer, group, choice);
  const all = [];
  for await (const essay of essays) all.push(essay);
  return { ...head, essays: all };
}

/** Ann and Ben mark the same fox, Ann the dog; Cy looked and found nothing, Dee only opened it; Rae may only read. */
async function world() {
  const { group, place, join } = await readingGroup();
  const [ann, ben, cy] = [
    await join('Ann', 'owner'),
    await join('Ben', 'member'),
    await join('Cy', 'member'),
  ];
  const dee = await join('Dee', 'moderator');
  const rae = await join('Rae', 'reader');
  await createAnnotation(ann, place, mark('brown fox 🦊', { tags: ['claim'] }));
  await createAnnotation(ben, place, mark('brown fox 🦊', { tags: ['claim'] }));
  await createAnnotation(ann, place, mark('lazy dog', { tags: ['crux'] }));
  const look = (viewer: typeof ann) => lookThrough(viewer, place);
  for (const viewer of [cy, rae]) await look(viewer);
  for (const viewer of [ann, cy, dee, rae]) await remember(viewer, place, { offset: 0 });
  const claim = async () => (await groupAgreement(rae, group)).figures.tags[1]!;
  return { group, place, ann, ben, cy, rae, join, look, claim };
}

const { group, place, ann, ben, cy, rae, join, look, claim } = await world();

describe('agreement in a group', () => {
  test('stands on those who marked something or looked for it, and may annotate: who only opened it is missing', async () => {
    const { figures, essays, pairs } = await groupAgreement(rae, group);
    // The quick brown fox 🦊 jumps . Over the lazy dog , the dog that sleeps .
    expect(figures).toMatchObject({ annotators: 3, texts: 1, tokens: 17 });
    expect(
      figures.tags.map(({ tag, passages, markers, marked }) => [tag, passages, markers, marked]),
    ).toEqual([
      [null, 3, 2, 5],
      ['claim', 2, 2, 3],
      ['crux', 1, 1, 2],
      ['failure-mode', 0, 0, 0],
    ]);
    expect(figures.tags[1]).toMatchObject({
      exact: { value: 1 / 3, n: 3 },
      alpha: { n: 17, unit: 'tokens' },
    });
    expect(figures.tags[3]?.alpha).toEqual({ value: null, because: 'nothing-marked', n: 17, unit: 'tokens' });
    expect(essays.map(({ slug, version }) => [slug, version])).toEqual([['the-fox', 1]]);
    expect(essays[0]?.figures).toEqual(figures);
    expect(pairs.people.map(({ name }) => name)).toEqual(['Ann', 'Ben']);
    expect(essays[0]?.notCounted).toBe(1);
    const { annotators, notCounted } = await essayAgreement(rae, place);
    expect([annotators.people.map(({ name }) => name), annotators.silent]).toEqual([['Ann', 'Ben'], 1]);
    expect(notCounted).toBe(1);
  });

  test('changes as soon as somebody looked through the text, marks it, or a mark goes out of sight', async () => {
    const before = await claim();
    const eve = await join('Eve', 'member');
    await look(eve);
    expect((await claim()).exact.n).toBe(5);
    const own = await createAnnotation(eve, place, mark('brown fox 🦊', { tags: ['claim'] }));
    expect(await claim()).toMatchObject({ passages: 3, markers: 3 });
    await db().annotation.update({ where: { id: own.id }, data: { held: 'hidden' } });
    await db().channel.update({
      where: { id: `essay:${place.group}:${place.essay}` },
      data: { seq: { increment: 1 } },
    });
    expect(await claim()).toMatchObject({ passages: 2, markers: 2 });
    await db().annotation.delete({ where: { id: own.id } });
    await db().membership.deleteMany({ where: { userId: eve.user.id } });
    await db().sectionCheck.deleteMany({ where: { userId: eve.user.id } });
    await db().channel.update({
      where: { id: `essay:${place.group}:${place.essay}` },
      data: { seq: { increment: 1 } },
    });
    expect(await claim()).toEqual(before);
  });

  test('never counts a private mark, not even for its author', async () => {
    const before = await claim();
    await createAnnotation(cy, place, mark('sleeps', { tags: ['claim'], visibility: 'private' }));
    expect(await claim()).toEqual(before);
    expect((await groupAgreement(cy, group)).figures.tags[1]).toEqual(before);
    expect(JSON.stringify(await positionsOf(cy, group))).not.toContain(cy.user.id);
  });

  test('pairs are by the tag that was asked for, which must be one of the group’s', async () => {
    const { pairs } = await essayAgreement(rae, place, { tag: 'claim' });
    expect(pairs.pairs).toMatchObject([{ alpha: { value: 1 }, tokens: 17, passages: 2 }]);
    const byAny = (await essayAgreement(rae, place)).pairs.pairs[0];
    expect(byAny?.alpha.value).toBeLessThan(1);
    await expect(groupAgreement(rae, group, 'fable')).rejects.toMatchObject({ status: 404 });
  });

  test('is not there for strangers to a private group', async () => {
    for (const ask of [
      () => groupAgreement(visitor, group),
      () => agreementPositions(visitor, group, pseudonymous),
      () => contestedIn(visitor, place),
    ])
      await expect(ask()).rejects.toMatchObject({ status: 404 });
  });
});

describe('contested sentences', () => {
  test('are those that some marked and other annotators did not, with who said what', async () => {
    const { annotators, sentences } = await contestedIn(rae, place);
    expect(annotators).toBe(3);
    expect(
      sentences.map(({ start, end, tags }) => [start, end, tags.map(({ tag, people }) => [tag, people])]),
    ).toEqual([
      [0, 28, [['claim', 2]]],
      [30, 69, [['crux', 1]]],
    ]);
    expect(sentences[0]?.tags[0]?.annotators).toBe(3);
    expect(sentences[0]?.strength).toBeCloseTo(8 / 9, 12);
    expect(sentences[0]?.tags[0]?.marks.map(({ creator }) => creator.name)).toEqual(['Ann', 'Ben']);
  });
});

test('contested sentences name people as they are called now', async () => {
  await db().user.updateMany({ where: { id: ann.user.id }, data: { name: 'Anna' } });
  const { sentences } = await contestedIn(rae, place);
  await db().user.updateMany({ where: { id: ann.user.id }, data: { name: 'Ann' } });
  expect(sentences[0]?.tags[0]?.marks.map(({ creator }) => creator.name)).toEqual(['Anna', 'Ben']);
});

describe('positions', () => {
  test('have tokens and spans in code points, and pseudonyms only', async () => {
    const { essays, tags } = await positionsOf(rae, group);
    expect(tags).toEqual(['claim', 'crux', 'failure-mode']);
    const [essay] = essays;
    expect(essay?.tokens.slice(2, 6)).toEqual([
      [10, 15],
      [16, 19],
      [20, 21],
      [22, 27],
    ]);
    const spansOf = (found: typeof essays) =>
      found[0]!.annotators.map(({ id, name, spans }) => [
        id.startsWith('silent-') ? id : name?.replace(/-.*/, '-'),
        spans.map(({ start, end }) => `${start}-${end}`).join(),
      ]);
    expect(spansOf(essays).sort()).toEqual([
      ['reader-', '10-21'],
      ['reader-', '10-21,39-47'],
      ['silent-1', ''],
    ]);
    const ofEssay = { ...pseudonymous, essay: 'the-fox' };
    expect(await positionsOf(rae, group, ofEssay)).toEqual(await positionsOf(rae, group));
    const ofNone = agreementPositions(rae, group, { ...pseudonymous, essay: 'no-such' });
    await expect(ofNone).rejects.toMatchObject({ status: 404 });
  });

  test('are enough to compute the figures again', async () => {
    const { essays } = await positionsOf(rae, group);
    const rows = essays.flatMap(({ tokens, annotators }) =>
      tokens.map(([from, to]) =>
        annotators
          .filter((annotator) => annotator.tags.includes('claim'))
          .map(({ spans }) =>
            Number(spans.some(({ start, end, tags }) => tags.includes('claim') && from < end && to > start)),
          ),
      ),
    );
    const { alpha } = krippendorffAlpha(countItems(rows));
    expect(alpha.value).toBeCloseTo((await claim()).alpha.value!, 12);
  });

  test('name those who agreed when asked to, and leave out those who asked for that', async () => {
    const consent = (userId: string, choice: string) =>
      db().exportConsent.create({ data: { groupId: group, userId, choice } });
    await consent(ann.user.id, 'named');
    await consent(ben.user.id, 'left-out');
    const names = async (named: boolean) => {
      const [essay] = (await positionsOf(rae, group, { ...pseudonymous, named })).essays;
      return [essay?.leftOut, essay?.annotators.map(({ name }) => name)];
    };
    expect(await names(true)).toEqual([1, expect.arrayContaining(['Ann', null])]);
    expect(await names(false)).toEqual([1, expect.arrayContaining([null])]);
    expect(JSON.stringify(await names(false))).not.toContain('Ann');
    await db().exportConsent.deleteMany({ where: { groupId: group } });
  });

  test('and figures go into tables, a row each', async () => {
    const { essays, tags } = await positionsOf(rae, group);
    const positions = [...positionsCsv(essays[0]!)].join('').split('\r\n');
    expect(positions.filter((row) => row.includes(',reader-') && !row.endsWith(',,'))).toHaveLength(3);
    // Ann did not call anything a failure mode, nor Ben a crux or failure mode.
    expect(positions.filter((row) => row.includes(',reader-') && row.endsWith(',,'))).toHaveLength(3);
    expect(positions.filter((row) => row.includes(',silent-1,')).map((row) => row.split(',').at(-3))).toEqual(
      tags,
    );
    const figures = agreementCsv(await groupAgreement(rae, group)).split('\r\n');
    expect(figures).toContain(
      'the-fox,1,failure-mode,krippendorff_alpha_tokens,,nothing-marked,17,tokens,3,0,0,17',
    );
    expect(figures.filter((row) => row.startsWith('the-fox,1,claim,'))).toHaveLength(9);
    expect(figures.filter((row) => row.startsWith(',,'))).toHaveLength(4 * 9 + 3);
    const ofOne = essayAgreementCsv(await essayAgreement(rae, { group, essay: 'the-fox' }))
      .trim()
      .split('\r\n');
    expect(ofOne.slice(1)).toEqual(figures.filter((row) => row.startsWith('the-fox,')));
  });
});
