import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { ExportChoice } from '@/lib/core/corpus/export-choice';
import type { ExportFormat } from '@/lib/core/export/export-format';
import { type ExportFormatName, exportFormats } from '@/lib/core/export/export-formats';
import { heldCounts } from '@/lib/core/export/held-counts';
import { essayAdjudication } from '@/lib/server/data/adjudication/adjudication';
import { decideCases } from '@/lib/server/data/adjudication/decide-cases';
import { createCard } from '@/lib/server/data/cards/create-card';
import { words } from '@/lib/server/data/cards/curating-group.fixture';
import { linkPassage } from '@/lib/server/data/cards/occurrences';
import { takePosition } from '@/lib/server/data/cards/positions';
import { relateCard } from '@/lib/server/data/cards/relations';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { exportGroup } from '@/lib/server/data/export/export-group.fixture';
import { previewCorpus } from '@/lib/server/data/export/preview-corpus';
import { readCorpus } from '@/lib/server/data/export/read-corpus';
import { lookThrough, mark } from '@/lib/server/data/reading-group.fixture';
import { type Viewer, visitor } from '@/lib/server/data/viewer';
import { freezeRelease } from './freeze';
import { createRelease } from './releases';
import { noBeat } from './releasing-group.fixture';

/**
 * A group with two versions of an open text and of one that members may take along, a text that nobody may, decisions, checks,
 * cards with arrows and answers, and somebody who is left out.
 */
const { group, essay, place, owner, ann, bo, annotate, answer, join, consent } = await exportGroup('public');
const cy = await join('Cy', 'member');
const { id: _, ...first } = await db().essayVersion.findFirstOrThrow({ where: { essayId: essay } });
const [closed, never] = [v7(), v7()];
const version = (essayId: string, number: number) =>
  db().essayVersion.create({
    data: {
      ...first,
      essayId,
      number,
      document: first.document as object,
      sha256: createHash('sha256').update(`${essayId} ${number}`).digest('hex'),
    },
  });
for (const [id, slug, position] of [
  [closed, 'closed', 1],
  [never, 'never', 2],
] as const) {
  await db().essay.create({ data: { id, title: slug, authors: [], licence: null } });
  const entry = { groupId: group, essayId: id, slug, position, shareText: id === closed };
  await db().readingListEntry.create({ data: entry });
  await version(id, 1);
}
const early = await annotate(ann, 'brown fox', { tags: ['claim'], comment: { markdown: 'Über **foo**' } });
const others = await annotate(bo, 'lazy dog', { tags: ['crux'] });
await annotate(cy, 'quick', { tags: ['crux'] });
await lookThrough(owner, { group, essay });
for (const id of [essay, closed]) await version(id, 2);

const on = async (by: Viewer, of: { essay: string; version: number }, exact: string, tag: string) => {
  const drawn = mark(exact, { tags: [tag] });
  const target = { ...drawn.target, version: of.version };
  return (await createAnnotation(by, { group, essay: of.essay }, { ...drawn, target })).id;
};
const resolved = await on(ann, { essay, version: 2 }, 'jumps', 'claim');
await db().annotation.update({
  where: { id: resolved },
  data: { resolvedAt: new Date(), resolvedById: bo.user.id },
});
const late = await on(bo, { essay, version: 2 }, 'jumps', 'crux');
const shared = await on(ann, { essay: closed, version: 1 }, 'fox', 'failure-mode');
await on(bo, { essay: closed, version: 2 }, 'dog', 'claim');
const quoted = await on(ann, { essay: never, version: 1 }, 'sleeps', 'crux');
const asked = await answer(bo, early, 'Is it?');
await answer(ann, early, 'It is.', asked);
await db().reply.update({ where: { id: asked }, data: { deletedAt: new Date() } });
const propose = async (statement: string, by: Viewer) =>
  (await createCard(by, group, { ...words, statement })).id;
const [rain, snow] = [await propose('It rains.', ann), await propose('It snows.', bo)];
for (const [card, annotation, role] of [
  [rain, early, 'states'],
  [rain, shared, 'mentions'],
  [snow, quoted, 'opposes'],
  [snow, late, 'states'],
  [snow, others, 'mentions'],
] as const)
  await linkPassage(ann, { group, card }, { annotation, role });
await relateCard(ann, { group, card: rain }, { type: 'supports', to: snow, rationale: 'why' });
for (const by of [ann, bo])
  await takePosition(by, { group, card: rain }, { credence: 30, reason: 'so', wouldChangeMind: '' });
for (const at of [place, { group, essay: closed }])
  for (const { id, state, candidates } of (await essayAdjudication(owner, at)).cases) {
    const { start, end, tags } = candidates[0]!;
    const marks = [{ start, end, tags }];
    await decideCases(owner, at, [{ case: id, state, verdict: 'accept', marks, reason: 'since' }]);
  }
await consent(cy, 'left-out');
await freezeRelease(owner, (await createRelease(owner, group, { title: 'All', note: '' })).id, noBeat);

/** All that is told of a choice, in the words of a format; of one's beliefs on conditions, and where it was read, nothing. */
async function told(viewer: Viewer, name: ExportFormatName, choice: Record<string, string>) {
  const takes: ExportFormat = exportFormats[name];
  const all: { part: object; records: object[] } = { part: {}, records: [] };
  for await (const part of await readCorpus(viewer, group, { ...ExportChoice.parse(choice), takes }))
    if ('head' in part) {
      const { head, texts, unlicensed } = part;
      if (choice.release) expect(unlicensed.filter(({ mayShare }) => mayShare)).toEqual([]);
      const listed = unlicensed.map(({ mayShare, ...rest }) => rest);
      all.part = { choice: head.choice, ...heldCounts(takes, head, texts), texts, unlicensed: listed };
    } else for (const record of part.records) all.records.push(record);
  const { rows } = await previewCorpus(viewer, group, { ...ExportChoice.parse(choice), format: name });
  return { ...all, rows };
}

const choices: Record<string, string>[] = [
  { parts: 'texts,annotations,replies,cards,positions' },
  { tags: 'crux' },
  { tags: 'claim,failure-mode' },
  { scope: 'mine' },
  { scope: 'mine', parts: 'cards,positions' },
  { parts: 'annotations,replies' },
  { parts: 'cards' },
  { parts: 'coverage', tags: 'claim' },
  { parts: 'texts' },
  { essay: 'closed' },
  { essay: never },
  { essay: essay.toUpperCase(), tags: 'claim' },
  { people: ann.user.id.toUpperCase() },
  { people: cy.user.id },
  { status: 'open' },
  { status: 'resolved', tags: 'claim' },
  { q: 'über' },
  { to: '2000-01-01' },
  { named: 'true', tags: 'claim', salt: 'pepper' },
];

test.each([
  ['a member', ann],
  ['a visitor', visitor],
] as const)(
  '%s is told the same of a release as of the group, whatever is chosen',
  async (_, viewer) => {
    for (const name of ['jsonl', 'brat', 'aif', 'csv'] as const)
      for (const choice of choices.filter(({ scope }) => viewer !== visitor || scope === undefined)) {
        const [live, frozen] = [
          await told(viewer, name, choice),
          await told(viewer, name, { ...choice, release: '1' }),
        ];
        expect([name, choice, frozen]).toEqual([name, choice, live]);
      }
  },
  60_000,
);

test('as a whole it keeps each version, with what others say of it, when those who marked it leave', async () => {
  for (const who of [ann, bo]) await consent(who, 'left-out');
  const { records } = await told(owner, 'jsonl', { release: '1' });
  const kinds = records.map((record) => ('number' in record ? record.number : record));
  expect(kinds.filter((kind) => typeof kind === 'number')).toEqual([1, 2, 1, 2, 1]);
  expect(kinds.some((kind) => kind !== null && typeof kind === 'object' && 'checks' in kind)).toBe(true);
  const { records: part } = await told(owner, 'jsonl', { release: '1', parts: 'texts,coverage' });
  expect(part.map((record) => ('number' in record ? record.number : 'checks'))).toEqual([2, 2, 1]);
});
