import { expect, test } from 'vitest';
import { bytesOf } from '@/lib/core/corpus-import/read-back.fixture';
import { hypothesis } from '@/lib/core/export/hypothesis/hypothesis';
import { jsonl } from '@/lib/core/export/jsonl/jsonl';
import { jsonld } from '@/lib/core/export/jsonld/jsonld';
import { writtenFiles } from '@/lib/core/export/written-files.fixture';
import { accept, adjudicatingGroup } from './adjudication/adjudicated-world.fixture';
import { essayAgreement } from './agreement/agreement';
import { revealAnnotationRound } from './annotation-rounds/lead-round';
import { roundAgreement } from './annotation-rounds/round-agreement';
import { roundClub } from './annotation-rounds/round-club.fixture';
import { importCorpus } from './corpus-import/import-corpus';
import { db } from './database';
import { exportGroup, ofKind, readAll } from './export/export-group.fixture';
import { move } from './move.fixture';
import { diffReleases } from './releases/diff-releases';
import { releasingGroup } from './releases/releasing-group.fixture';
import { readThread } from './thread';

test('in a blind reading, what was marked alone stays as it was, and the move is told', async () => {
  const { mo, ann, ben, begin, at, claim } = await roundClub();
  const round = await begin();
  const { id } = await claim(ann, 'fox');
  await claim(ben, 'brown fox');
  // Before the reveal a mark is its author's, and what it marks then is what counts.
  expect((await move(ann, id, 'quick')).held).toMatchObject({ as: 'sealed' });
  await expect(readThread(ben, id)).rejects.toMatchObject({ status: 404 });
  await revealAnnotationRound(mo, at(round));
  const first = await roundAgreement(mo, at(round));
  await move(ann, id, 'brown fox');
  const next = await roundAgreement(mo, at(round));
  expect(next.before).toEqual(first.before);
  expect(next.after).not.toEqual(first.after);
  expect(next.moves).toMatchObject([
    {
      kind: 'respanned',
      person: { name: 'Ann' },
      quote: 'brown fox',
      before: { start: 4, end: 9 },
      after: { start: 10, end: 19 },
    },
  ]);
  expect(await db().roundMark.findFirst({ where: { annotationId: id } })).toMatchObject({
    start: 4,
    end: 9,
  });
});

test('agreement goes by where they are now', async () => {
  const { ann, ben, place, tag } = await adjudicatingGroup();
  const { id } = await tag(ann, 'fox', 'claim');
  await tag(ben, 'lazy dog', 'claim');
  const exact = async () =>
    (await essayAgreement(ann, place, { tag: 'claim' })).pairs.pairs.map((pair) => pair.exact.value);
  expect(await exact()).toEqual([0]);
  await move(ann, id, 'lazy dog');
  expect(await exact()).toEqual([1]);
});

test('a decision keeps the places it spoke of, and its case is to be looked at again', async () => {
  const { ann, ben, tag, cases, decide } = await adjudicatingGroup();
  const { id } = await tag(ann, 'brown fox', 'claim');
  await tag(ben, 'brown fox', 'crux');
  const [one] = await cases();
  await decide(one!, accept(one!));
  await move(ann, id, 'quick brown fox');
  expect(await cases()).toMatchObject([
    { status: 'changed', decision: { verdict: 'accept', marks: [{ start: 10, end: 19 }] } },
  ]);
  await move(ann, id, 'brown fox');
  expect(await cases()).toMatchObject([{ status: 'decided' }]);
  // Where the decision says nothing, the mark is that of a decided case which it has left.
  await move(ann, id, 'lazy dog');
  expect((await cases()).map(({ start, status }) => [start, status])).toEqual([
    [10, 'changed'],
    [39, 'changed'],
  ]);
});

test('exports have it where it is, and importing an earlier one does not move it back', async () => {
  const { group, ann, owner, annotate, answer, join } = await exportGroup();
  const id = await annotate(ann, 'fox', { comment: { markdown: 'Sly.' } });
  await answer(await join('Cy', 'member'), id, 'Yes.');
  const formats = { jsonl, jsonld, hypothesis };
  const earlier = await readAll(owner, group);
  await move(ann, id, 'lazy dog');
  const now = await readAll(owner, group);
  const { modified } = await readThread(ann, id);
  expect(ofKind(now, 'annotation')).toMatchObject([{ id, quote: 'lazy dog', start: 40, modified }]);
  const [file] = writtenFiles(jsonld, now.records, now.head).values();
  expect(file).toContain('"exact":"lazy dog"');
  expect(file).toContain(`"modified":"${modified}"`);
  for (const [format, writer] of Object.entries(formats)) {
    const [content = ''] = writtenFiles(writer, earlier.records, earlier.head).values();
    const report = await importCorpus(owner, group, {
      format: format as keyof typeof formats,
      content: async () => bytesOf(content),
      dryRun: false,
    });
    expect(report).toMatchObject({ created: { annotations: 0 }, matched: { annotations: 1 } });
  }
  expect(ofKind(await readAll(owner, group), 'annotation')).toMatchObject([{ quote: 'lazy dog' }]);
});

test('a release keeps it where it was, and the next one tells that it was anchored anew', async () => {
  const { group, ann, annotation, freeze, read } = await releasingGroup();
  const { id } = await annotation('One');
  const release = await freeze();
  await move(ann, id, 'lazy dog');
  const other = await freeze();
  const quotes = async (of: string) =>
    (await read(ann, of)).all.flatMap((one) => (one.kind === 'annotation' ? [one.quote] : []));
  expect([await quotes(release), await quotes(other)]).toEqual([['fox'], ['lazy dog']]);
  const work = diffReleases(ann, { group, release, other }, { most: 10 });
  let step = await work.next();
  while (!step.done) step = await work.next();
  expect(step.value.annotations).toMatchObject([{ id, changes: ['re-anchored'], quote: 'lazy dog' }]);
});
