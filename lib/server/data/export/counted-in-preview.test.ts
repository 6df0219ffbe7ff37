import { expect, test } from 'vitest';
import type { CorpusRecord } from '@/lib/core/corpus/corpus';
import { ExportChoice } from '@/lib/core/corpus/export-choice';
import type { ExportFormat } from '@/lib/core/export/export-format';
import { type ExportFormatName, exportFormatNames, exportFormats } from '@/lib/core/export/export-formats';
import { heldCounts } from '@/lib/core/export/held-counts';
import { asFrozen } from '@/lib/core/release/release-standing.fixture';
import { surveyRelease } from '@/lib/core/release/survey-release';
import { essayAdjudication } from '@/lib/server/data/adjudication/adjudication';
import { decideCases } from '@/lib/server/data/adjudication/decide-cases';
import { createCard } from '@/lib/server/data/cards/create-card';
import { words } from '@/lib/server/data/cards/curating-group.fixture';
import { linkPassage } from '@/lib/server/data/cards/occurrences';
import { takePosition } from '@/lib/server/data/cards/positions';
import { relateCard } from '@/lib/server/data/cards/relations';
import { db } from '@/lib/server/data/database';
import { exportGroup } from './export-group.fixture';
import { previewCorpus } from './preview-corpus';
import { readCorpus } from './read-corpus';

/** A group with one of each that only some formats have: see `ExportFormat.partly`. */
const { group, essay, place, owner, ann, bo, annotate, answer } = await exportGroup();
const [fox, dog] = [
  await annotate(ann, 'brown fox', { tags: ['claim'] }),
  await annotate(bo, 'lazy dog', { tags: ['crux'] }),
  await annotate(bo, 'quick', { tags: ['crux'] }),
];
const gone = await answer(bo, fox, 'Is it?');
await answer(ann, fox, 'It is.', gone);
await db().reply.update({ where: { id: gone }, data: { deletedAt: new Date() } });

const propose = async (statement: string) => (await createCard(ann, group, { ...words, statement })).id;
const cards = [await propose('It rains.'), await propose('It pours.'), await propose('It snows.')] as const;
const at = (card: string) => ({ group, card });
await linkPassage(ann, at(cards[0]), { annotation: fox, role: 'states' });
await linkPassage(ann, at(cards[0]), { annotation: dog, role: 'mentions' });
const drawn = await relateCard(ann, at(cards[0]), { type: 'supports', to: cards[1], rationale: '' });
await relateCard(ann, at(cards[1]), { type: 'undercuts', toRelation: drawn.id, rationale: '' });
await db().relation.update({ where: { id: drawn.id }, data: { state: 'rejected' } });
await relateCard(ann, at(cards[1]), { type: 'attacks', to: cards[2], rationale: '' });
for (const credence of [10, 20])
  await takePosition(ann, at(cards[0]), { credence, reason: '', wouldChangeMind: '' });

const decided = { state: '', marks: [], reason: '' };
for (const one of (await essayAdjudication(owner, place)).cases) {
  const [reading] = one.candidates;
  const isFox = reading!.tags.includes('claim');
  const { start, end, tags } = reading!;
  const decision = isFox
    ? { verdict: 'accept' as const, marks: [{ start, end, tags }] }
    : { verdict: 'reject' as const };
  await decideCases(owner, place, [{ ...decided, case: one.id, state: one.state, ...decision }]);
}

const previewed = (format: ExportFormatName, choice: Record<string, string> = {}) =>
  previewCorpus(ann, group, { ...ExportChoice.parse(choice), format });

/** What of the records that are read for a format its file holds, as lib/core/export/held-counts.test.ts finds in files. */
async function counted(name: ExportFormatName, choice: Record<string, string>) {
  const takes: ExportFormat = exportFormats[name];
  const records: CorpusRecord[] = [];
  for await (const part of await readCorpus(ann, group, { ...ExportChoice.parse(choice), takes }))
    if ('records' in part) records.push(...part.records);
  const survey = surveyRelease(asFrozen, takes);
  for (const record of records) survey.write(record);
  const { counts, texts } = survey.end();
  return heldCounts(takes, { counts }, texts).counts;
}

const choices: Record<string, string>[] = [
  {},
  { tags: 'crux' },
  { scope: 'mine' },
  { parts: 'annotations,replies' },
  { parts: 'cards,positions' },
];

test.each(exportFormatNames)(
  'a preview of %s counts what its file holds, however it is chosen',
  async (name) => {
    for (const choice of choices) {
      const { counts, rows } = await previewed(name, choice);
      expect([choice, counts]).toEqual([choice, await counted(name, choice)]);
      if (counts.annotations > 0) expect(rows).toHaveLength(counts.annotations);
    }
  },
);

test('marks without a card that they argue for are none of AIF, and rejections none where marks stand alone', async () => {
  const of = async (name: ExportFormatName) => (await previewed(name)).counts;
  expect(await of('jsonl')).toMatchObject({
    annotations: 3,
    replies: 2,
    cards: 3,
    relations: 3,
    positions: 2,
    adjudications: 3,
    adjudicated: 1,
  });
  expect(await of('aif')).toMatchObject({ annotations: 1, cards: 3, relations: 1, adjudicated: 0 });
  for (const name of ['csv', 'brat', 'conll', 'tei', 'cas-xmi', 'cas-json'] as const)
    expect([name, await of(name)]).toMatchObject([
      name,
      { annotations: 3, adjudications: 0, adjudicated: 1 },
    ]);
  expect(await of('hypothesis')).toMatchObject({ replies: 1 });
  expect(await of('html')).toMatchObject({ relations: 1, positions: 1 });
});

test('cards that are met only in a text that stays are not met in a format that needs the words', async () => {
  expect((await previewed('markdown')).counts.cards).toBe(1);
  await db().essay.update({ where: { id: essay }, data: { licence: null } });
  expect((await previewed('markdown')).counts.cards).toBe(0);
  expect((await previewed('aif')).counts.annotations).toBe(1);
});

test('what a format would not hold anyway is not told as staying', async () => {
  await annotate(ann, 'sleeps', { visibility: 'private' });
  const untold = async (name: ExportFormatName) => (await previewed(name, { visibility: 'all' })).untold;
  expect(await untold('aif')).toEqual({ private: 0, held: 0 });
});
