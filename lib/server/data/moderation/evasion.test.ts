import { describe, expect, test } from 'vitest';
import { cardHistory } from '@/lib/server/data/cards/card-events';
import { rewordCard } from '@/lib/server/data/cards/change-card';
import { editAnnotation } from '@/lib/server/data/change-annotation';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { mark } from '@/lib/server/data/reading-group.fixture';
import { createReply, editReply } from '@/lib/server/data/replies';
import { annotationHistory, replyHistory } from '@/lib/server/data/revisions';
import { readThread } from '@/lib/server/data/thread';
import type { Viewer } from '@/lib/server/data/viewer';
import { decide as decideAs } from './decide';
import { moderatedGroup } from './moderated-group.fixture';
import { undoDecision } from './undo-decision';

const ifMatch = null;
const comment = (markdown: string) => ({ comment: { markdown } });
const show = { change: { visibility: 'group' as const }, ifMatch };
const keep = { change: { visibility: 'private' as const }, ifMatch };

describe('making a note private and showing it again', () => {
  test('does not bring back what moderators hid', async () => {
    const { annotation, decide, sees, ann, ben } = await moderatedGroup();
    const note = await annotation('Buy this.');
    await decide('hide', note);
    await editAnnotation(ann, note.id, { change: comment('Buy this!'), ifMatch });
    await editAnnotation(ann, note.id, keep);
    await editAnnotation(ann, note.id, show);
    expect([await sees(ann, note), await sees(ben, note)]).toEqual(['pending', 'nothing']);
    await decide('approve', note);
    await editAnnotation(ann, note.id, keep);
    await editAnnotation(ann, note.id, show);
    expect(await sees(ben, note)).toBe('shown');
  });

  test('does not bring back a reply in it that moderators hid, though it was reworded meanwhile', async () => {
    const { annotation, reply, decide, ann, ben } = await moderatedGroup();
    const note = await annotation('A note.');
    const answer = await reply('Buy this.', note);
    await decide('hide', answer);
    await editAnnotation(ann, note.id, keep);
    await editReply(ann, answer.id, { ...comment('Buy this!'), ifMatch });
    await editAnnotation(ann, note.id, show);
    expect((await readThread(ben, note.id)).replies).toEqual([]);
  });

  test('does not take replies of somebody new past the moderators', async () => {
    const { place, decide, queue, ann, ben } = await moderatedGroup(2);
    const { id } = await createAnnotation(ann, place, mark('fox', { visibility: 'private' }));
    const note = { kind: 'annotation' as const, id };
    const { id: reply } = await createReply(ann, id, comment('Buy this.'));
    await editAnnotation(ann, id, show);
    await decide('approve', note);
    expect((await readThread(ben, id)).replies).toEqual([]);
    expect(await queue('waiting')).toMatchObject([{ id: reply }]);
    await decide('approve', { kind: 'reply', id: reply });
    expect((await readThread(ben, id)).replies).toHaveLength(1);
  });
});

test('a moderator does not let their own words through that another hid, by no way; an owner may', async () => {
  const { annotation, decide, join, group, mod, seen, sees, ben } = await moderatedGroup();
  const [max, olu] = [await join('Max', 'moderator'), await join('Olu', 'owner')];
  const approve = async (viewer: Viewer, note: Awaited<ReturnType<typeof annotation>>) =>
    decideAs(viewer, group, { verb: 'approve', reason: 'other', note: '', items: [await seen(note)] });
  const note = await annotation('Mine.', max);
  const [entry] = await decide('hide', note);
  await expect(approve(max, note)).rejects.toMatchObject({ status: 403 });
  await expect(undoDecision(max, group, entry!.id)).rejects.toMatchObject({ status: 403 });
  await editAnnotation(max, note.id, { change: comment('Mine!'), ifMatch });
  await expect(approve(max, note)).rejects.toMatchObject({ status: 403 });
  expect(await sees(ben, note)).toBe('nothing');
  await approve(mod, note);
  expect(await sees(ben, note)).toBe('shown');
  const own = await annotation('The owner’s.', olu);
  await decide('hide', own);
  await approve(olu, own);
  expect(await sees(ben, own)).toBe('shown');
});

describe('words that nobody let through', () => {
  const texts = async (viewer: Viewer, { kind, id }: { kind: string; id: string }) => {
    const { items } = await (kind === 'reply' ? replyHistory : annotationHistory)(viewer, id);
    return items.map((revision) => revision.comment?.markdown);
  };

  test('stay with author and moderators, as the earlier ones of a note that was hidden', async () => {
    const { annotation, reply, decide, ann, ben, mod } = await moderatedGroup();
    const open = await annotation('Open.', ben);
    for (const thing of [await annotation('One.'), await reply('One.', open)]) {
      const reword = (markdown: string) =>
        thing.kind === 'reply'
          ? editReply(ann, thing.id, { ...comment(markdown), ifMatch })
          : editAnnotation(ann, thing.id, { change: comment(markdown), ifMatch });
      await reword('Two.');
      await decide('hide', thing);
      await reword('Three.');
      await reword('Four.');
      await decide('approve', thing);
      expect(await texts(ben, thing)).toEqual([]);
      for (const viewer of [ann, mod]) expect(await texts(viewer, thing)).toEqual(['Three.', 'Two.', 'One.']);
      await reword('Five.');
      expect(await texts(ben, thing)).toEqual(['Four.']);
    }
  });

  test('are no secret where a moderator approved each, or took the decision back', async () => {
    const { annotation, decide, ann, ben } = await moderatedGroup(2);
    const note = await annotation('One.');
    await decide('approve', note);
    await editAnnotation(ann, note.id, { change: comment('Two.'), ifMatch });
    await editAnnotation(ann, note.id, { change: comment('Three.'), ifMatch });
    await decide('approve', note);
    expect(await texts(ben, note)).toEqual(['One.']);
    await decide('hide', note);
    await decide('approve', note);
    expect(await texts(ben, note)).toEqual(['One.']);
  });

  test('are not in the history of a card either', async () => {
    const { card, decide, group, ann, ben, mod } = await moderatedGroup();
    const one = await card('One.');
    const place = { group, card: one.id };
    const reword = (statement: string) =>
      rewordCard(ann, place, { statement, wordingOnly: false, reason: `Not ${statement}`, ifMatch });
    await reword('Two.');
    await decide('hide', one);
    await reword('Three.');
    await reword('Four.');
    await decide('approve', one);
    await reword('Five.');
    const seen = JSON.stringify(await cardHistory(ben, place));
    for (const words of ['One.', 'Two.', 'Three.']) expect(seen).not.toContain(words);
    expect(seen).toContain('"statement":"Four."');
    expect(await cardHistory(ben, place)).toHaveLength(5);
    for (const viewer of [ann, mod])
      expect(JSON.stringify(await cardHistory(viewer, place))).toContain('Two.');
  });
});
