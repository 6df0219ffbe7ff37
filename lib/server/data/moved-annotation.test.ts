import { describe, expect, test } from 'vitest';
import { createCard } from './cards/create-card';
import { words as cardWords } from './cards/curating-group.fixture';
import { linkPassage, listOccurrences } from './cards/occurrences';
import { similarCards } from './cards/similar-cards';
import { editAnnotation } from './change-annotation';
import { createAnnotation } from './create-annotation';
import { db } from './database';
import { addEssay } from './essay-imports';
import { moderatedGroup } from './moderation/moderated-group.fixture';
import { move } from './move.fixture';
import { reactToAnnotation } from './reactions';
import { mark, readingGroup } from './reading-group.fixture';
import { createReply } from './replies';
import { annotationHistory } from './revisions';
import { find } from './search/found.fixture';
import { readThread } from './thread';
import type { Viewer } from './viewer';

const quoteOf = ({ target }: Awaited<ReturnType<typeof readThread>>) =>
  target.selector.map((one) => ('exact' in one ? one.exact : [one.start, one.end]));

describe('an annotation that its author moves', () => {
  test('keeps its thread, and tells what it marked before', async () => {
    const { place, join } = await readingGroup();
    const [ann, ben] = [await join('Ann', 'member'), await join('Ben', 'member')];
    const comment = { markdown: 'Sly.' };
    const made = await createAnnotation(ann, place, mark('fox 🦊', { tags: ['claim'], comment }));
    await createReply(ben, made.id, { comment: { markdown: 'Yes.' } });
    await reactToAnnotation(ben, made.id, { kind: 'agree', on: true });
    const before = await readThread(ben, made.id);
    await move(ann, made.id, 'brown fox 🦊 jumps');
    const after = await readThread(ben, made.id);
    expect(quoteOf(after)).toEqual([[10, 27], 'brown fox 🦊 jumps']);
    const { target, modified, active, version, ...kept } = after;
    expect(before).toMatchObject(kept);
    expect([version, target.version, before.modified]).toEqual([2, 1, null]);
    expect(modified).toBe(active);
    const { target: aim } = mark('fox');
    const shy = { target: aim, comment: { markdown: 'Shy.' } };
    await editAnnotation(ann, made.id, { change: shy, ifMatch: 2 });
    await editAnnotation(ann, made.id, { change: { tags: ['crux'] }, ifMatch: 3 });
    const { items } = await annotationHistory(ben, made.id);
    expect(items.map(({ version, quote, comment }) => [version, quote, comment?.markdown])).toEqual([
      [3, 'fox', 'Shy.'],
      [2, 'brown fox 🦊 jumps', 'Sly.'],
      [1, 'fox 🦊', 'Sly.'],
    ]);
    expect(await db().event.count({ where: { entityId: made.id, change: 'edited' } })).toBe(3);
  });

  test('tells both ends of the long passages that it was on', async () => {
    const { group, join } = await readingGroup();
    const ann = await join('Ann', 'member');
    const content = 'Words and more words. '.repeat(40).trim();
    const { id: essay } = await addEssay(ann, group, { format: 'text', content, title: 'Long' });
    const upTo = (end: number) => ({
      version: 1,
      selector: [{ type: 'TextPositionSelector' as const, start: 0, end }],
    });
    const { id } = await createAnnotation(ann, { group, essay }, { target: upTo(content.length) });
    await editAnnotation(ann, id, { change: { target: upTo(600) }, ifMatch: null });
    await editAnnotation(ann, id, { change: { target: upTo(400) }, ifMatch: null });
    await editAnnotation(ann, id, { change: { target: upTo(5) }, ifMatch: null });
    const { items } = await annotationHistory(ann, id);
    const ends = (end: number) => `${content.slice(0, 200)} … ${content.slice(end - 200, end)}`;
    expect(items.map(({ quote }) => quote)).toEqual([content.slice(0, 400), ends(600), ends(content.length)]);
  });

  test('stands there for certain, however it had been found', async () => {
    const { place, join } = await readingGroup();
    const ann = await join('Ann', 'member');
    const { id: annotationId } = await createAnnotation(ann, place, mark('fox'));
    const guessed = { state: 'moved', method: 'fuzzy', confidence: 0.6 };
    await db().anchor.updateMany({ where: { annotationId }, data: guessed });
    await move(ann, annotationId, 'quick');
    expect(await db().anchor.findMany({ where: { annotationId } })).toMatchObject([
      { start: 4, end: 9, state: 'anchored', method: 'exact', confidence: 1 },
    ]);
  });

  test('goes where it is told to from where there is no place any more', async () => {
    const { place, join } = await readingGroup();
    const ann = await join('Ann', 'member');
    const { id: annotationId } = await createAnnotation(ann, place, mark('fox'));
    await db().anchor.deleteMany({ where: { annotationId } });
    await move(ann, annotationId, 'quick');
    expect(await db().anchor.findMany({ where: { annotationId } })).toMatchObject([{ start: 4, end: 9 }]);
    const { items } = await annotationHistory(ann, annotationId);
    expect(items.map(({ quote }) => quote)).toEqual([null]);
  });

  test('stays what it is where it is told to go where it stands', async () => {
    const { place, join } = await readingGroup();
    const ann = await join('Ann', 'member');
    const made = await createAnnotation(ann, place, mark('fox'));
    expect(await move(ann, made.id, 'fox')).toEqual(made);
    expect((await annotationHistory(ann, made.id)).items).toEqual([]);
  });

  test('goes nowhere but to words of its own version, and at nobody else’s wish', async () => {
    const { essay, place, join } = await readingGroup();
    const [ann, ben] = [await join('Ann', 'member'), await join('Ben', 'member')];
    const mod = await join('Mod', 'moderator');
    const made = await createAnnotation(ann, place, mark('fox'));
    const { id: _, ...first } = await db().essayVersion.findFirstOrThrow({ where: { essayId: essay } });
    const second = { ...first, document: first.document as object, number: 2, sha256: `2 ${essay}` };
    await db().essayVersion.create({ data: { ...second, source: Buffer.from('') } });
    const to = (change: object, by: Viewer = ann, ifMatch: number | null = null) =>
      editAnnotation(by, made.id, { change, ifMatch });
    const quote = (exact: string, version = 1) => ({
      target: { version, selector: [{ type: 'TextQuoteSelector', exact }] },
    });
    await expect(to(quote('quick', 2))).rejects.toMatchObject({ status: 422, code: 'version' });
    await expect(to(quote('quick', 3))).rejects.toMatchObject({ status: 422, code: 'version' });
    await expect(to(quote('slow'))).rejects.toMatchObject({ status: 422, code: 'selector' });
    await expect(to(quote('dog'))).rejects.toMatchObject({ status: 422, extensions: { count: 2 } });
    for (const other of [ben, mod])
      await expect(to(quote('slow'), other)).rejects.toMatchObject({ status: 403 });
    await to(quote('quick'), ann, 1);
    await expect(to(quote('lazy'), ann, 1)).rejects.toMatchObject({ status: 412 });
    expect(quoteOf(await readThread(ann, made.id))).toEqual([[4, 9], 'quick']);
  });

  test('is found by the words that it is on now', async () => {
    const { group, place, join } = await readingGroup();
    const ann = await join('Ann', 'member');
    const { id } = await createAnnotation(ann, place, mark('fox', { comment: { markdown: 'Sly.' } }));
    const found = async (words: string) =>
      (await find(ann, words, { group, kind: 'annotation' })).items.map((hit) => hit.id);
    expect([await found('fox'), await found('lazy')]).toEqual([[id], []]);
    await move(ann, id, 'lazy dog');
    expect([await found('fox'), await found('lazy')]).toEqual([[], [id]]);
  });

  test('takes its cards along, and counts as near to those of where it is', async () => {
    const { group, place, join } = await readingGroup();
    const ann = await join('Ann', 'member');
    const card = await createCard(ann, group, { ...cardWords, statement: 'It sleeps.' });
    const { id } = await createAnnotation(ann, place, mark('fox'));
    await linkPassage(ann, { group, card: card.id }, { annotation: id, role: 'states' });
    const near = async (exact: string) => {
      const other = await createAnnotation(ann, place, mark(exact));
      const found = await similarCards(ann, group, { statement: 'Otherwise', annotation: other.id });
      return found.map(({ sharedPassages }) => sharedPassages);
    };
    expect([await near('fox'), await near('lazy')]).toEqual([[1], []]);
    await move(ann, id, 'lazy dog');
    expect([await near('fox'), await near('lazy')]).toEqual([[], [1]]);
    expect(await listOccurrences(ann, { group, card: card.id })).toMatchObject([{ exact: 'lazy dog' }]);
  });

  test('has been on the same words for those who do not see each of its versions', async () => {
    const { ann, ben, annotation, decide } = await moderatedGroup(9);
    const one = await annotation('One.');
    await decide('approve', one);
    await editAnnotation(ann, one.id, { change: { comment: { markdown: 'Waits.' } }, ifMatch: null });
    await move(ann, one.id, 'lazy dog');
    await decide('approve', one);
    await move(ann, one.id, 'quick');
    await decide('approve', one);
    const before = async (who: Viewer) =>
      (await annotationHistory(who, one.id)).items.map(({ version, quote }) => [version, quote]);
    expect(await before(ann)).toEqual([
      [3, 'lazy dog'],
      [2, 'fox'],
      [1, 'fox'],
    ]);
    expect(await before(ben)).toEqual([
      [3, 'lazy dog'],
      [1, 'fox'],
    ]);
  });

  test('waits for a moderator as with new words, where its author is under review', async () => {
    const { ann, ben, mod, group, annotation, seen, sees, decide } = await moderatedGroup();
    const [one, two] = [await annotation('One.'), await annotation('Two.')];
    const item = await seen(one);
    await move(ann, one.id, 'lazy dog');
    expect(await sees(ben, one)).toBe('shown');
    expect((await seen(one)).state).not.toBe(item.state);
    await decide('hide', one);
    await move(ann, one.id, 'fox');
    await db().group.update({ where: { id: group }, data: { reviewFirst: 9 } });
    await move(ann, two.id, 'lazy dog');
    for (const note of [one, two]) {
      expect([await sees(ben, note), await sees(mod, note)]).toEqual(['nothing', 'pending']);
    }
  });
});
