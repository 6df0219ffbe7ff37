import { describe, expect, test } from 'vitest';
import { db } from '@/lib/server/data/database';
import { refusal } from './curating-group.fixture';
import { mergingGroup } from './merging-group.fixture';
import { previewMerge } from './preview-merge';

const { mod, ann, at, propose, merge, pair, live } = await mergingGroup();

describe('the preview of a merge', () => {
  test('says what the merge then does, and changes nothing', async () => {
    const { from, into, third } = await pair();
    const before = await live([from, into, third]);
    const preview = await previewMerge(mod, at(from), { into: into.id, negated: false });
    expect(await live([from, into, third])).toEqual(before);
    expect(preview.passages.moved + preview.passages.dropped).toBeGreaterThan(0);
    expect(preview.both).toEqual([{ person: { id: ann.user.id, name: 'Ann' }, counts: 'from' }]);
    await merge(from, into);
    const after = await live([from, into, third]);
    expect(before.occurrences.length - after.occurrences.length).toBe(preview.passages.dropped);
    expect(before.relations.length - after.relations.length).toBe(preview.relations.dropped);
    expect(before.positions.length - after.positions.length).toBe(preview.answers.dropped);
    expect(before.beliefs.length - after.beliefs.length).toBe(preview.beliefs.dropped);
    const arrived = after.positions.filter(({ inheritedFrom }) => inheritedFrom === from.id);
    expect(arrived).toHaveLength(preview.answers.moved);
  });

  test('names no number that anybody gave', async () => {
    const { from, into } = await pair();
    const text = JSON.stringify(await previewMerge(mod, at(from), { into: into.id, negated: true }));
    expect(text).not.toContain('credence');
  });

  test('refuses as the merge would, and members at all', async () => {
    const [card, other] = [await propose('It rains.'), await propose('It pours.')];
    const ask = (viewer: typeof mod, into: string) =>
      refusal(previewMerge(viewer, at(card), { into, negated: false }));
    expect(await ask(mod, card.id)).toMatchObject({ code: 'same-card' });
    expect(await ask(ann, other.id)).toMatchObject({ status: 403 });
    await db().card.update({ where: { id: other.id }, data: { kind: 'crux' } });
    expect(await ask(mod, other.id)).toMatchObject({ code: 'other-kind' });
    const hidden = await propose('It drips.');
    await db().card.update({ where: { id: hidden.id }, data: { held: 'hidden' } });
    expect(await ask(mod, hidden.id)).toMatchObject({ code: 'held' });
  });
});
