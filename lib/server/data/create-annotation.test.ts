import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { Annotation, AnnotationPage } from '@/lib/core/annotation/annotation';
import { annotationPage } from './annotation-list';
import { createAnnotation } from './create-annotation';
import { db } from './database';
import { person, type SignedIn } from './person.fixture';
import { essayText, everything, mark, readingGroup } from './reading-group.fixture';
import { visitor } from './viewer';

const room = await readingGroup();
const ann = await room.join('Ann', 'member');
const ben = await room.join('Ben', 'moderator');
const reader = await room.join('Rea', 'reader');
const stranger = await person('Sam');

const list = async (viewer: SignedIn) =>
  AnnotationPage.parse(
    JSON.parse((await annotationPage(viewer, { params: room.place, query: everything }, null)).json),
  );
const found = async (viewer: SignedIn, id: string) => (await list(viewer)).items.find((one) => one.id === id);

describe('creating an annotation', () => {
  test('answers what everybody then finds in the list', async () => {
    const draft = mark('fox 🦊 jumps', { tags: ['crux', 'claim'], comment: { markdown: 'Is it **true**?' } });
    const made = await createAnnotation(ann, room.place, draft);
    expect(Annotation.parse(made)).toEqual(made);
    expect(made.tags).toEqual(['claim', 'crux']);
    expect(await found(ben, draft.id!)).toEqual(made);
  });

  test('keeps both standard selectors in code points, and the anchor in UTF-16', async () => {
    const made = await createAnnotation(ann, room.place, mark('jumps'));
    expect(made.target.selector).toEqual([
      { type: 'TextPositionSelector', start: 22, end: 27 },
      {
        type: 'TextQuoteSelector',
        exact: 'jumps',
        prefix: 'The quick brown fox 🦊 ',
        suffix: '.\n\nOver the lazy dog, the dog th',
      },
    ]);
    const anchor = await db().anchor.findFirstOrThrow({ where: { annotationId: made.id } });
    expect(essayText.slice(anchor.start, anchor.end)).toBe('jumps');
  });

  test('takes a quote alone when it is found once', async () => {
    const quote = (exact: string, suffix?: string) => ({
      target: {
        version: 1,
        selector: [{ type: 'TextQuoteSelector' as const, exact, ...(suffix && { suffix }) }],
      },
    });
    const made = await createAnnotation(ann, room.place, quote('dog', ' that'));
    expect(made.target.selector[0]).toEqual({ type: 'TextPositionSelector', start: 53, end: 56 });
    await expect(createAnnotation(ann, room.place, quote('dog'))).rejects.toMatchObject({
      status: 422,
      extensions: { count: 2, quoted: 'dog' },
    });
    await expect(createAnnotation(ann, room.place, quote('cat'))).rejects.toMatchObject({ status: 422 });
  });

  test('answers both texts when position and quote disagree', async () => {
    const draft = mark('quick');
    draft.target.selector.push({ type: 'TextQuoteSelector', exact: 'brown' });
    await expect(createAnnotation(ann, room.place, draft)).rejects.toMatchObject({
      status: 422,
      extensions: { found: 'quick', quoted: 'brown' },
    });
  });

  test.each([
    ['a version that is not there', { target: { ...mark('fox').target, version: 7 } }],
    ['a tag of another vocabulary', { tags: ['nonsense'] }],
    ['a comment nested too deeply', { comment: { markdown: `${'> '.repeat(40)}a` } }],
  ])('refuses %s', async (_name, wrong) => {
    await expect(createAnnotation(ann, room.place, mark('fox', wrong))).rejects.toMatchObject({
      status: 422,
    });
  });

  test('finds group and essay by slug too', async () => {
    const params = { group: `g-${room.group}`, essay: 'the-fox' };
    expect((await createAnnotation(ann, params, mark('lazy'))).essay).toBe(room.essay);
  });

  test.each([
    ['a reader', () => reader, 403],
    ['a stranger', () => stranger, 404],
    ['a visitor', () => visitor, 401],
  ])('refuses %s, also one who guesses at the text', async (_name, who, status) => {
    await expect(createAnnotation(who(), room.place, mark('fox'))).rejects.toMatchObject({ status });
    const guess = mark('quick');
    guess.target.selector.push({ type: 'TextQuoteSelector', exact: 'brown' });
    await expect(createAnnotation(who(), room.place, guess)).rejects.toMatchObject({ status });
  });

  test('by the same id fifty times at once makes one, and gives fifty times the same answer', async () => {
    const draft = mark('sleeps', { tags: ['crux'], comment: { markdown: 'twice?' } });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => createAnnotation(ann, room.place, draft)),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    const events = await db().event.count({ where: { entityId: draft.id! } });
    expect(events).toBe(1);
  });

  test('by an id that is taken is a conflict', async () => {
    const draft = mark('lazy');
    await createAnnotation(ann, room.place, draft);
    await expect(createAnnotation(ben, room.place, draft)).rejects.toMatchObject({ status: 409 });
    await expect(
      createAnnotation(ann, room.place, { ...mark('quick'), id: draft.id! }),
    ).rejects.toMatchObject({ status: 409 });
  });

  test('names members by their name of today, and nobody else', async () => {
    const mention = (id: string) => ({ markdown: `[@Somebody](mention:${id}) hm` });
    const of = async (id: string) =>
      (await createAnnotation(ann, room.place, mark('fox', { comment: mention(id) }))).comment?.markdown;
    expect(await of(ben.user.id)).toBe(`[@Ben](mention:${ben.user.id}) hm`);
    expect(await of(stranger.user.id)).toBe('@Somebody hm');
    expect(await of(v7())).toBe('@Somebody hm');
  });
});

test('a name after "@" that one member alone has is a mention of them, and another is text', async () => {
  const sam = await room.join('Sam Field', 'member');
  for (const name of ['Kim One', 'Kim Two']) await room.join(name, 'member');
  const gone = `[@Sam Gone](mention:${v7()})`;
  const comment = { markdown: `Sure, @Sam? And @Kim, @Nobody, ${gone}?` };
  const made = await createAnnotation(ann, room.place, mark('fox', { comment }));
  expect(made.comment?.markdown).toBe(
    `Sure, [@Sam Field](mention:${sam.user.id})? And @Kim, @Nobody, @Sam Gone?`,
  );
});

describe('the list', () => {
  test('shows private annotations to their author alone', async () => {
    const { id } = await createAnnotation(ann, room.place, mark('brown', { visibility: 'private' }));
    expect(await found(ann, id)).toMatchObject({ visibility: 'private' });
    expect(await found(ben, id)).toBeUndefined();
  });

  test('goes on where a page ends, and keeps the filter', async () => {
    const all = (await list(ben)).items.map((one) => one.id);
    const pages: string[] = [];
    let after: string | undefined;
    do {
      const query = { ...everything, limit: 2, after };
      const page = AnnotationPage.parse(
        JSON.parse((await annotationPage(ben, { params: room.place, query }, null)).json),
      );
      pages.push(...page.items.map((one) => one.id));
      after = page.next ?? undefined;
    } while (after);
    expect(pages).toEqual(all);
    const query = { ...everything, tag: 'crux', creator: ann.user.id };
    const cruxes = await annotationPage(ben, { params: room.place, query }, null);
    expect(
      AnnotationPage.parse(JSON.parse(cruxes.json)).items.every((one) => one.tags.includes('crux')),
    ).toBe(true);
  });

  test('has an ETag that changes with the essay and with what is private, and with nothing else', async () => {
    const etag = async (viewer: SignedIn) =>
      (await annotationPage(viewer, { params: room.place, query: everything }, null)).etag;
    const before = [await etag(ann), await etag(ben)];
    expect([await etag(ann), await etag(ben)]).toEqual(before);
    await createAnnotation(ann, room.place, mark('Over', { visibility: 'private' }));
    expect(await etag(ann)).not.toBe(before[0]);
    expect(await etag(ben)).toBe(before[1]);
    const known = await etag(ben);
    expect((await annotationPage(ben, { params: room.place, query: everything }, known)).json).toBe('');
    await createAnnotation(ann, room.place, mark('dog'));
    expect(await etag(ben)).not.toBe(before[1]);
  });
});
