import { expect, test } from 'vitest';
import { isSameRelease } from '@/lib/core/release/diff-counts';
import { deleteAnnotation, editAnnotation } from '@/lib/server/data/change-annotation';
import { setConsent } from '@/lib/server/data/export/consent';
import { diffReleases } from './diff-releases';
import { withdrawRelease } from './releases';
import { releasingGroup } from './releasing-group.fixture';

async function compared(work: ReturnType<typeof diffReleases>) {
  const told: number[] = [];
  let step = await work.next();
  for (; !step.done; step = await work.next()) told.push(step.value);
  return { told, diff: step.value };
}

test('what became of a release until the next one is told', async () => {
  const { group, ann, ben, annotation, reply, decide, freeze } = await releasingGroup();
  const [retagged, gone, rude, left] = [
    await annotation('One'),
    await annotation('Two'),
    await annotation('Three'),
    await annotation('Four', ben),
  ];
  const release = await freeze();
  await editAnnotation(ann, retagged.id, { change: { tags: ['claim'] }, ifMatch: null });
  await reply('So?', retagged);
  await deleteAnnotation(ann, gone.id);
  await decide('hide', rude);
  await setConsent(ben, group, 'left-out');
  const fresh = await annotation('Five');
  const other = await freeze();
  const { diff } = await compared(diffReleases(ann, { group, release, other }, { most: 10 }));
  expect(diff).toMatchObject({
    from: 1,
    to: 2,
    consentWithdrawn: 1,
    takenBack: 1,
    cards: [],
    texts: [],
    words: [],
    guideline: false,
    counts: { added: 1, removed: 1, retagged: 1, 're-anchored': 0, reworded: 0, discussed: 1 },
  });
  expect(diff.annotations.map(({ id, changes }) => [id, changes])).toEqual([
    [retagged.id, ['retagged', 'discussed']],
    [fresh.id, ['added']],
    [gone.id, ['removed']],
  ]);
  expect(diff.annotations[0]).toMatchObject({ tags: ['claim'], tagsBefore: ['crux'] });
  expect(JSON.stringify(diff)).not.toMatch(new RegExp(`Three|Four|${left.id}`));
});

test('what its author kept out of a release stays told as that when they come back, and nobody is named by it', async () => {
  const { group, ann, mod, ben, annotation, reply, card, freeze } = await releasingGroup();
  const kept = await annotation('One');
  await annotation('Two', ben);
  await reply('Three', kept, ben);
  await card('Foxes lie.', ben);
  const release = await freeze();
  await setConsent(ben, group, 'left-out');
  const other = await freeze();
  await setConsent(ben, group, 'pseudonym');
  const { diff } = await compared(diffReleases(ann, { group, release, other }, { most: 10 }));
  expect(diff).toMatchObject({
    consentWithdrawn: 1,
    takenBack: 0,
    counts: { added: 0, removed: 0, discussed: 0 },
    annotations: [],
    cards: [],
  });
  const back = await compared(diffReleases(mod, { group, release: other, other: release }, { most: 10 }));
  expect(back.diff).toMatchObject({ consentWithdrawn: 0, counts: { added: 1, removed: 0 } });
});

test('nothing differs between a release and itself, whatever of it comes no more', async () => {
  const { group, ann, ben, annotation, decide, freeze } = await releasingGroup();
  await annotation('One', ben);
  const rude = await annotation('Two');
  const release = await freeze();
  await setConsent(ben, group, 'left-out');
  await decide('hide', rude);
  const { diff } = await compared(diffReleases(ann, { group, release, other: release }, { most: 10 }));
  expect(isSameRelease(diff)).toBe(true);
});

test('a comparison that nobody waits for any more ends', async () => {
  const { group, ann, annotation, freeze } = await releasingGroup();
  await annotation('A fox.');
  const release = await freeze();
  const place = { group, release, other: release };
  const { diff } = await compared(
    diffReleases(ann, place, { most: 1, signal: new AbortController().signal }),
  );
  expect(diff.from).toBe(1);
  const given = diffReleases(ann, place, { most: 1, signal: AbortSignal.abort() });
  await expect(compared(given)).rejects.toMatchObject({ code: 'given-up' });
});

test('a comparison says how far it is, and before anything is read whether there will be one', async () => {
  const { group, ann, mod, annotation, freeze } = await releasingGroup();
  await annotation('A fox.');
  const [release, other] = [await freeze(), await freeze()];
  const { told } = await compared(diffReleases(ann, { group, release, other }, { most: 1 }));
  expect(told[0]).toBe(0);
  expect(told.length).toBeGreaterThan(2);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBeLessThanOrEqual(1);
  await withdrawRelease(mod, { group, release: other }, 'A text was copied.');
  const first = diffReleases(ann, { group, release, other }, { most: 1 }).next();
  await expect(first).rejects.toMatchObject({ status: 410 });
});
