import { describe, expect, test } from 'vitest';
import { rewordCard, stepCard } from '@/lib/server/data/cards/change-card';
import { refusal } from '@/lib/server/data/cards/curating-group.fixture';
import { deleteAnnotation, editAnnotation, restoreAnnotation } from '@/lib/server/data/change-annotation';
import { db } from '@/lib/server/data/database';
import { readThread } from '@/lib/server/data/thread';
import { decide } from './decide';
import { withdrawFlag } from './flags';
import { moderatedGroup } from './moderated-group.fixture';
import { ownDecisions } from './own-decisions';
import { snooze } from './snooze';
import { undoDecision } from './undo-decision';

const ifMatch = null;
const comment = (markdown: string) => ({ comment: { markdown } });

describe('a flagged note', () => {
  test('stands in the queue with who flagged it, why, where it is and what came before it', async () => {
    const { annotation, reply, flag, queue, ann, ben } = await moderatedGroup();
    const note = await annotation('A thought.');
    const answer = await reply('Buy my book.', note, ann);
    await flag(answer, ben);
    expect(await queue()).toMatchObject([
      {
        kind: 'reply',
        id: answer.id,
        standing: 'shown',
        triggers: ['flagged'],
        place: note.id,
        author: { name: 'Ann' },
        comment: { markdown: 'Buy my book.' },
        essay: { slug: 'the-fox' },
        flags: [{ by: { name: 'Ben' }, reason: 'spam' }],
        above: [{ author: { name: 'Ann' }, comment: { markdown: 'A thought.' } }],
        passage: { exact: 'fox' },
        record: { contributions: 2, held: 0 },
      },
    ]);
  });

  test('leaves the queue when it is approved, hidden or removed, or when its flag is taken back', async () => {
    const { annotation, flag, queue, decide, group, ben } = await moderatedGroup();
    for (const verb of ['approve', 'hide', 'remove'] as const) {
      const note = await annotation('A thought.');
      await flag(note);
      expect(await queue()).toHaveLength(1);
      await decide(verb, note);
      expect(await queue()).toEqual([]);
    }
    const note = await annotation('A thought.');
    await withdrawFlag(ben, group, (await flag(note)).id);
    expect(await queue()).toEqual([]);
  });

  test('is one flag a person, whose second reason replaces the first', async () => {
    const { annotation, flag, queue, ben, reader } = await moderatedGroup();
    const note = await annotation('A thought.');
    await flag(note, ben, 'spam');
    await flag(note, ben, 'unkind');
    await flag(note, reader, 'spam');
    expect((await queue())[0]?.flags.map(({ reason }) => reason)).toEqual(['unkind', 'spam']);
  });
});

describe('a decision', () => {
  test('hides a note from all but its author and moderators, and says to its author why', async () => {
    const { annotation, decide, sees, mod, ann, ben, reader } = await moderatedGroup();
    const note = await annotation('Buy my book.');
    await decide('hide', note);
    expect(await Promise.all([mod, ann, ben, reader].map((viewer) => sees(viewer, note)))).toEqual([
      'hidden',
      'hidden',
      'nothing',
      'nothing',
    ]);
    expect((await readThread(ann, note.id)).held).toEqual({
      as: 'hidden',
      note: 'It advertises something.',
      appealed: false,
    });
  });

  test('removes a note for everybody, and its author cannot bring it back', async () => {
    const { annotation, decide, sees, mod, ann } = await moderatedGroup();
    const note = await annotation('Buy my book.');
    await decide('remove', note);
    expect([await sees(mod, note), await sees(ann, note)]).toEqual(['nothing', 'nothing']);
    expect(await refusal(restoreAnnotation(ann, note.id))).toMatchObject({ status: 404 });
  });

  test('taken back restores what was, with the flags that it settled', async () => {
    const { annotation, flag, queue, decide, sees, group, mod, ben } = await moderatedGroup();
    for (const verb of ['hide', 'remove', 'approve'] as const) {
      const note = await annotation('Buy my book.');
      await flag(note);
      const [before] = await queue();
      const [entry] = await decide(verb, note);
      await undoDecision(mod, group, entry!.id);
      expect(await sees(ben, note)).toBe('shown');
      const { decisions, ...after } = (await queue())[0]!;
      expect({ ...after, decisions: [] }).toEqual(before);
      expect(decisions.map((one) => one.verb)).toEqual(['undo', verb]);
      expect(await refusal(undoDecision(mod, group, entry!.id))).toEqual({
        status: 409,
        code: 'changed-since',
      });
      await decide('remove', note);
    }
  });

  test('is refused when the words, the standing or the flags are no longer what was seen', async () => {
    const { annotation, flag, seen, group, mod, ann, decide: decideNow } = await moderatedGroup();
    const changes: Record<string, (note: Awaited<ReturnType<typeof annotation>>) => Promise<unknown>> = {
      words: ({ id }) => editAnnotation(ann, id, { change: comment('Other words.'), ifMatch }),
      standing: (note) => decideNow('hide', note),
      flags: (note) => flag(note),
    };
    for (const change of Object.values(changes)) {
      const note = await annotation('A thought.');
      const item = await seen(note);
      await change(note);
      const stale = decide(mod, group, { verb: 'remove', reason: 'spam', note: '', items: [item] });
      await expect(stale).rejects.toMatchObject({ status: 409, extensions: { stale: [note.id] } });
    }
  });

  test('about a card stands for its words, whatever steps it takes', async () => {
    const { card, flag, queue, decide, group, mod, ann } = await moderatedGroup();
    const one = await card('It rains.');
    await flag(one);
    await decide('approve', one);
    await stepCard(mod, { group, card: one.id }, { verb: 'accept', reason: '', ifMatch });
    expect(await queue()).toEqual([]);
    const other = await card('It pours.');
    await flag(other);
    await decide('approve', other);
    await rewordCard(
      ann,
      { group, card: other.id },
      { statement: 'It shines.', wordingOnly: false, reason: '', ifMatch },
    );
    expect(await queue('edited')).toMatchObject([{ id: other.id, earlier: 'It pours.' }]);
  });

  test('about several is about all of them or none', async () => {
    const { annotation, seen, sees, group, mod, ann, ben } = await moderatedGroup();
    const some = [await annotation('One.'), await annotation('Two.')];
    const items = await Promise.all(some.map(seen));
    await editAnnotation(ann, some[1]!.id, { change: comment('Two, again.'), ifMatch });
    const hide = { verb: 'hide' as const, reason: 'spam' as const, note: '' };
    expect(await refusal(decide(mod, group, { ...hide, items }))).toMatchObject({ status: 409 });
    expect(await sees(ben, some[0]!)).toBe('shown');
    await decide(mod, group, { ...hide, items: await Promise.all(some.map(seen)) });
    expect([await sees(ben, some[0]!), await sees(ben, some[1]!)]).toEqual(['nothing', 'nothing']);
  });

  test('removes no card, and nothing of one’s own', async () => {
    const { card, annotation, mod, decide } = await moderatedGroup();
    expect(await refusal(decide('remove', await card('It rains.')))).toEqual({ status: 422, code: 'card' });
    expect(await refusal(decide('remove', await annotation('Mine.', mod)))).toMatchObject({ code: 'own' });
  });

  test('is entered also when a moderator deletes a note where it stands', async () => {
    const { annotation, queue, flag, mod, ann, group } = await moderatedGroup();
    const note = await annotation('Buy my book.');
    await deleteAnnotation(mod, note.id);
    expect(await ownDecisions(ann, group)).toMatchObject([{ id: note.id, standing: 'removed' }]);
    await restoreAnnotation(mod, note.id);
    await flag(note);
    expect((await queue())[0]?.decisions.map(({ verb }) => verb)).toEqual(['undo', 'remove']);
  });
});

describe('an author', () => {
  test('reads what was decided of theirs and why, and asks for another look once', async () => {
    const { annotation, decide, flag, queue, group, ann, ben } = await moderatedGroup();
    const note = await annotation('Buy my book.');
    expect(await refusal(flag(note, ann, 'appeal'))).toEqual({ status: 409, code: 'nothing-decided' });
    await decide('remove', note);
    const told = { id: note.id, standing: 'removed', note: 'It advertises something.' };
    expect(await ownDecisions(ann, group)).toMatchObject([{ ...told, appealed: false }]);
    expect(await ownDecisions(ben, group)).toEqual([]);
    await flag(note, ann, 'appeal');
    expect(await ownDecisions(ann, group)).toMatchObject([{ ...told, appealed: true }]);
    expect(await queue('appealed')).toMatchObject([{ id: note.id, standing: 'removed' }]);
    await decide('approve', note);
    expect([await ownDecisions(ann, group), await queue()]).toEqual([[], []]);
  });

  test('who rewords what was hidden waits for a moderator, who sees both wordings', async () => {
    const { annotation, decide, queue, sees, ann, ben } = await moderatedGroup();
    const note = await annotation('Buy my book.');
    await decide('hide', note);
    await editAnnotation(ann, note.id, { change: comment('Read a book.'), ifMatch });
    expect([await sees(ann, note), await sees(ben, note)]).toEqual(['pending', 'nothing']);
    expect(await queue('edited')).toMatchObject([
      { id: note.id, earlier: 'Buy my book.', comment: { markdown: 'Read a book.' } },
    ]);
    await decide('approve', note);
    expect(await sees(ben, note)).toBe('shown');
  });

  test('cannot take a hidden note out of the group to bring it back clean', async () => {
    const { annotation, decide, ann } = await moderatedGroup();
    const note = await annotation('Buy my book.');
    await decide('hide', note);
    const change = editAnnotation(ann, note.id, { change: { visibility: 'private' }, ifMatch });
    expect(await refusal(change)).toEqual({ status: 409, code: 'hidden' });
  });
});

test('what is snoozed is out of the queue until its time, or until somebody else flags it', async () => {
  const { annotation, flag, queue, group, mod, reader } = await moderatedGroup();
  const note = await annotation('A thought.');
  await flag(note);
  await snooze(mod, { group, id: note.id }, 1);
  expect(await queue()).toEqual([]);
  await db().snooze.update({ where: { subjectId: note.id }, data: { until: new Date(0) } });
  expect(await queue()).toHaveLength(1);
  await snooze(mod, { group, id: note.id }, 1);
  expect(await queue()).toEqual([]);
  const { id } = await flag(note, reader);
  await db().flag.update({ where: { id }, data: { createdAt: new Date(Date.now() + 1000) } });
  expect(await queue()).toHaveLength(1);
  await db().flag.delete({ where: { id } });
  expect(await queue()).toEqual([]);
  await snooze(mod, { group, id: note.id }, null);
  expect(await queue()).toHaveLength(1);
});

test('a decision where the thing stands names its version and standing, whoever flagged it meanwhile', async () => {
  const { annotation, flag, mod, ann, ben, group, sees } = await moderatedGroup();
  const note = await annotation('Hm.');
  await flag(note);
  const remove = (state: string) =>
    decide(mod, group, { verb: 'remove', reason: 'spam', note: '', items: [{ ...note, state }] });
  await editAnnotation(ann, note.id, { change: { comment: { markdown: 'Hm!' } }, ifMatch: null });
  for (const state of ['1-shown', '2-hidden', '2', '2-show', ''])
    await expect(remove(state), state).rejects.toMatchObject({ status: 409 });
  const [entry] = await remove('2-shown');
  expect(entry).toMatchObject({ verb: 'remove', reason: 'spam', excerpt: 'Hm!', after: 'removed' });
  expect(await sees(ben, note)).toBe('nothing');
});
