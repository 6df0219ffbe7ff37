import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import type { AnnotationDraft } from '@/lib/core/annotation/annotation';
import type { EssayDocument } from '@/lib/core/essay/document';
import { sections } from '@/lib/core/essay/sections';
import { annotationPage } from './annotation-list';
import { db } from './database';
import { person, type SignedIn } from './person.fixture';
import type { Viewer } from './viewer';

/** Of the essay that the group reads. */
export const essayText = 'The quick brown fox 🦊 jumps.\n\nOver the lazy dog, the dog that sleeps.';

const essayDocument: EssayDocument = {
  type: 'doc',
  content: essayText.split('\n\n').map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
};

const words = ['claim', 'crux', 'failure-mode'];

/** A group of its own with an essay, for one test file: nothing in it meets another's. */
export async function readingGroup(visibility: 'public' | 'private' = 'private') {
  const group = v7();
  const essay = v7();
  await db().group.create({ data: { id: group, slug: `g-${group}`, name: 'Readers', visibility } });
  await db().tag.createMany({
    data: words.map((slug, position) => ({
      groupId: group,
      slug,
      name: slug,
      slot: position + 1,
      line: 'solid',
      glyph: '◆',
      position,
    })),
  });
  await db().essay.create({ data: { id: essay, title: 'The fox', authors: ['Aesop'] } });
  await db().essayVersion.create({
    data: {
      essayId: essay,
      number: 1,
      document: essayDocument as object,
      text: essayText,
      sha256: randomUUID(),
      words: 13,
      source: Buffer.from(essayText),
      importer: 'text',
    },
  });
  await db().readingListEntry.create({
    data: { groupId: group, essayId: essay, slug: 'the-fox', position: 0 },
  });
  const join = async (name: string, role: string) => {
    const viewer = await person(name);
    await db().membership.create({ data: { groupId: group, userId: viewer.user.id, role } });
    return viewer;
  };
  const place = { group, essay };
  /** Where live events go on for somebody who fetches the annotations now. */
  const cursorOf = async (viewer: Viewer): Promise<string> => {
    const { json } = await annotationPage(viewer, { params: place, query: everything }, null);
    return JSON.parse(json).cursor;
  };
  return { group, essay, place, join, cursorOf };
}

/** Says that somebody looked through the essay for these tags, without any mark. */
export async function lookThrough(
  { user }: SignedIn,
  { group, essay }: { group: string; essay: string },
  tags: readonly string[] = words,
) {
  const { id: essayVersionId } = await db().essayVersion.findFirstOrThrow({ where: { essayId: essay } });
  const found = await db().tag.findMany({ where: { groupId: group, slug: { in: [...tags] } } });
  const all = sections(essayDocument).flatMap(({ block, start, end }) =>
    found.map(({ id: tagId }) => ({
      groupId: group,
      essayVersionId,
      tagId,
      userId: user.id,
      block,
      start,
      end,
    })),
  );
  await db().sectionCheck.createMany({ data: all });
}

/** A draft on the first occurrence of `exact` in the essay. */
export function mark(exact: string, rest: Partial<AnnotationDraft> = {}): AnnotationDraft {
  const start = [...essayText.slice(0, essayText.indexOf(exact))].length;
  const end = start + [...exact].length;
  return {
    id: v7(),
    target: { version: 1, selector: [{ type: 'TextPositionSelector', start, end }] },
    ...rest,
  };
}

export const everything = { limit: 1000, after: undefined, tag: undefined, creator: undefined };
