import { describe, expect, test } from 'vitest';
import { readBack } from '@/lib/core/corpus-import/read-back.fixture';
import { forumAnswer, forumComment, forumPost } from './forum.fixture';
import { lesswrongSource } from './lesswrong-source';

const read = (value: unknown) => readBack(lesswrongSource, JSON.stringify(value));
const quoting = '<blockquote><p>jars mislead foxes</p></blockquote><p>Do they?</p>';

describe('what is malformed', () => {
  const whole = forumAnswer([forumComment('a', quoting)]);
  const said = 'comment a';

  test.each<[string, object, string, string]>([
    ['an author', { user: 7 }, 'post pOst1pOst1pOst1pO', '“user” is not an object.'],
    ['a coauthor', { coauthors: [null, { displayName: [] }] }, 'coauthor 2', '“displayName” is not text.'],
    ['a list of coauthors', { coauthors: 'Bo' }, 'coauthor', 'It is not a list.'],
    ['an address', { pageUrl: 7 }, 'post pOst1pOst1pOst1pO', '“pageUrl” is not text.'],
    ['a text', { contents: { html: 7 } }, 'post pOst1pOst1pOst1pO', '“contents.html” is not text.'],
    [
      'reacts',
      { extendedScore: { reacts: [] } },
      'post pOst1pOst1pOst1pO',
      '“extendedScore.reacts” is not an object.',
    ],
  ])('in a post is told of and left out: %s', (_, rest, what, reason) => {
    const comments = [forumComment('a', quoting)];
    const { bad, records } = read(forumAnswer(comments, forumPost(rest)));
    expect(bad).toEqual([{ row: 2, what, reason }]);
    expect(records.map(({ kind }) => kind)).toEqual(['document', 'annotation']);
  });

  test.each<[string, unknown, string, string]>([
    ['that is none', { agree: [null] }, 'react agree 1', 'It is not an object.'],
    ['of nobody', { agree: [{}] }, 'react agree 1', '“displayName” is missing.'],
    ['of no name', { agree: [{ displayName: '' }] }, 'react agree 1', '“displayName” is empty.'],
    [
      'on no words',
      { crux: [{ displayName: 'Dee', quotes: [7] }] },
      'react crux 1',
      '“quotes.0” is not text.',
    ],
    ['of no kind', { agree: [{ displayName: 'D', reactType: 'x' }] }, 'react agree 1', expect.any(String)],
    ['in no list', { agree: 'Dee' }, 'react agree', 'It is not a list.'],
    ['in no order', 'agree', said, '“extendedScore.reacts” is not an object.'],
  ])('of a comment is told of and left out, and the others come: a react %s', (_, reacts, what, reason) => {
    const good = { insightful: [{ displayName: 'Dee' }] };
    const all = typeof reacts === 'object' ? { ...reacts, ...good } : reacts;
    const { bad, records } = read(
      forumAnswer([forumComment('a', quoting, { extendedScore: { reacts: all } })]),
    );
    expect(bad).toEqual([{ row: 1, what, reason }]);
    expect(records[1]).toMatchObject({
      id: 'a',
      reactions: typeof reacts === 'object' ? [{ kind: 'helpful' }] : [],
    });
    expect(records[0]).toEqual(read(whole).records[0]);
  });

  test('of several reacts only that one', () => {
    const reacts = { agree: [{ displayName: 'Ann' }, { displayName: 7 }, { displayName: 'Dee' }] };
    const { bad, records } = read(forumAnswer([forumComment('a', quoting, { extendedScore: { reacts } })]));
    expect(bad).toEqual([{ row: 1, what: 'react agree 2', reason: '“displayName” is not text.' }]);
    expect(records[1]).toMatchObject({
      reactions: [{ person: { name: 'Ann' } }, { person: { name: 'Dee' } }],
    });
  });

  test('as a comment takes no answers with it', () => {
    const answering = (id: string, parentCommentId: string) =>
      forumComment(id, '<p>So?</p>', { parentCommentId, topLevelCommentId: 'a' });
    const broken = { ...answering('b', 'a'), user: 7 };
    const { bad, records } = read(forumAnswer([forumComment('a', quoting), broken, answering('c', 'b')]));
    expect(bad).toEqual([{ row: 2, what: 'comment b', reason: '“user” is not an object.' }]);
    expect(records[1]).toMatchObject({ id: 'a', replies: [{ id: 'c', parent: null }] });
  });
});
