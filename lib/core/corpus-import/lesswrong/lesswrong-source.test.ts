import { describe, expect, test } from 'vitest';
import type { CorpusAnnotation, CorpusDocument } from '@/lib/core/corpus/corpus';
import { readBack } from '@/lib/core/corpus-import/read-back.fixture';
import { forumAnswer, forumComment, forumPost, forumThreads, postText } from './forum.fixture';
import { lesswrongSource } from './lesswrong-source';

const read = (value: unknown) => readBack(lesswrongSource, JSON.stringify(value));
const marksIn = (value: unknown) =>
  read(value).records.filter((one): one is CorpusAnnotation => one.kind === 'annotation');
const mark = (value: unknown, id: string) => marksIn(value).find((one) => one.id === id);
const quoting = '<blockquote><p>jars mislead foxes</p></blockquote><p>Do they?</p>';
const opening = 'The fox 🦊 sees the jar[1], and the jar is empty.';

describe('a post', () => {
  test('becomes a text with its footnotes, its authors and its address', () => {
    const { head, records, bad } = read(forumAnswer([]));
    expect({ head, bad }).toMatchObject({ head: { group: null, renditions: true }, bad: [] });
    const [document] = records as CorpusDocument[];
    const url = 'https://www.lesswrong.com/posts/pOst1pOst1pOst1pO/foxes';
    const authors = ['Ann Lee', 'Bo'];
    expect(document).toMatchObject({
      kind: 'document',
      title: 'Foxes and jars',
      authors,
      text: postText,
      url,
    });
    expect(document?.structure?.content.at(-1)).toMatchObject({ type: 'footnotes' });
  });

  test.each([
    ['Markdown, where there is no HTML', { markdown: 'A *fox*.' }, 'A fox.'],
    ['nothing, where the file has not got it', null, null],
  ])('has its text from %s', (_, contents, text) => {
    expect(read(forumAnswer([], forumPost({ contents }))).records).toMatchObject([{ text }]);
  });
});

describe('a file', () => {
  const comment = forumComment('a', quoting);
  test.each([
    ['an answer of the API', forumAnswer([comment])],
    ['a list of answers', [forumAnswer([], forumPost()), { data: { comments: { results: [comment] } } }]],
    ['a bare post and bare comments', [forumPost(), comment]],
    [
      'an answer to an older query, which asks for other fields',
      forumAnswer(
        [{ ...forumComment('a', ''), contents: undefined, htmlBody: quoting, user: { username: 'cy' } }],
        forumPost({ contents: undefined, htmlBody: forumPost().contents.html, user: { username: 'ann' } }),
      ),
    ],
    ['comments with titles', forumAnswer([{ ...comment, title: null }])],
    ['comments that name their post', { results: [forumPost(), { ...comment, postId: forumPost()._id }] }],
  ])('is read as %s', (_, value) => {
    const { records, bad } = read(value);
    expect(bad).toEqual([]);
    expect(records.map(({ kind }) => kind)).toEqual(['document', 'annotation']);
  });

  test.each([
    ['HTML', '<html>'],
    ['something else', '{"a":1}'],
    ['an error of the API', '{"errors":[{"message":"no"}],"data":null}'],
  ])('is told to be none when it is %s', (_, content) => {
    expect(readBack(lesswrongSource, content).alien).toMatch(/^This is /);
  });

  test.each([
    ['a comment without a time', { postedAt: undefined }, '“postedAt” is missing.'],
    ['a comment without time or post', { postedAt: undefined, postId: undefined }, '“postedAt” is missing.'],
    ['a comment with a time that is none', { postedAt: 'soon' }, '“postedAt” is not a time.'],
    ['a comment without words', { contents: { html: '<p> </p>' } }, 'There is no text in this source.'],
    ['a comment on another post', { postId: 'other' }, 'The file has not got the post that it is about.'],
    [
      'a comment without end',
      { contents: { html: `<p>${'word '.repeat(5000)}</p>` } },
      'A comment has at most 20,000 characters.',
    ],
    ['comments that answer each other', { parentCommentId: 'b' }, 'It answers what answers it.'],
  ])('leaves out %s, says so, and brings the rest', (_, rest, reason) => {
    const b = forumComment('b', quoting, 'parentCommentId' in rest ? { parentCommentId: 'a' } : {});
    const { bad, records } = read(forumAnswer([forumComment('a', quoting, rest), b]));
    expect(bad[0]).toMatchObject({ row: 1, reason });
    expect(records[0]).toMatchObject({ kind: 'document' });
    expect(records).toHaveLength('parentCommentId' in rest ? 1 : 2);
  });
});

describe('a comment', () => {
  test.each([
    ['its own address', { pageUrl: 'https://forum.example/c/a' }, 'https://forum.example/c/a'],
    ['that of the post', {}, `${forumPost().pageUrl}?commentId=a`],
  ])('leads back by %s', (_, rest, page) => {
    expect(mark(forumAnswer([forumComment('a', quoting, rest)]), 'a')?.via).toEqual([page]);
  });

  test.each([
    ['the words that it begins by quoting', quoting, 'jars mislead foxes', 'Do they?'],
    ['them without the signs around', quoting.replace('jars', '“…jars'), 'jars mislead foxes', 'Do they?'],
    ['words right to left', '<blockquote>قال الباحث</blockquote><p>Who?</p>', 'قال الباحث', 'Who?'],
    [
      'words across paragraphs',
      '<blockquote><p>the jar is empty.</p><p>So jars</p></blockquote>',
      'the jar is empty.\n\nSo jars',
      null,
    ],
    ['the first words, when it quotes nothing', '<p>Fine.</p>', opening, 'Fine.'],
    [
      'the first words, when it quotes later',
      `<p>Fine.</p>${quoting}`,
      opening,
      expect.stringContaining('> jars'),
    ],
    [
      'the first words, when it quotes what stands twice',
      '<blockquote>the jar</blockquote>',
      opening,
      '> the jar',
    ],
    [
      'the first words, when it quotes another text',
      '<blockquote>A cat</blockquote><p>Ah.</p>',
      opening,
      '> A cat\n\nAh.',
    ],
  ])('stands on %s', (_, html, quote, comment) => {
    const found = mark(forumAnswer([forumComment('a', html)]), 'a');
    expect(found).toMatchObject({ quote, comment });
    expect(postText.slice(found?.start, found?.end)).toBe(quote);
  });

  test('leaves it to the text of the group where it stands, when the file has got none', () => {
    const comments = [forumComment('a', quoting), forumComment('b', '<p>Fine.</p>')];
    const { bad, records } = read(forumAnswer(comments, forumPost({ contents: null })));
    expect(bad).toEqual([]);
    const anchor = { method: 'opening' };
    expect(records.slice(1)).toMatchObject([
      { quote: 'jars mislead foxes', comment: '> jars mislead foxes\n\nDo they?', anchor },
      { quote: '', comment: 'Fine.', anchor },
    ]);
  });

  test('keeps its form, its own notes and its links', () => {
    const html =
      '<p>See <a href="https://example.org/">there</a><span class="footnote-reference" id="fnrefx"><sup><a href="#fnx">[1]</a></sup></span>, H<sub>2</sub>O</p><ul><li>one</li></ul><h2>So</h2><table><tr><td>a</td></tr></table><ol class="footnotes"><li class="footnote-item" id="fnx"><span class="footnote-back-link"><a href="#fnrefx">^</a></span><div class="footnote-content"><p>note</p></div></li></ol>';
    expect(mark(forumAnswer([forumComment('a', html)]), 'a')?.comment).toBe(
      'See [there](https://example.org/)\\[1], H2O\n\n- one\n\n**So**\n\na\n\n\\[1]:\n\nnote',
    );
  });

  test('is read from Markdown when it has no HTML', () => {
    const contents = { markdown: '> jars mislead foxes\n\nDo they?' };
    expect(mark(forumAnswer([forumComment('a', '', { contents })]), 'a')?.comment).toBe('Do they?');
  });
});

describe('a thread', () => {
  test('keeps answers under what they answer; what is gone keeps its place, and no words', () => {
    const found = mark(forumThreads, 'quoting');
    expect(found).toMatchObject({ quote: 'jars mislead foxes', comment: 'Do they?', person: { name: 'Cy' } });
    expect(
      found?.replies.map(({ id, parent, words }) => [id, parent, words?.comment, words?.person.name]),
    ).toEqual([
      ['answer', null, '*Retracted by its author.*\n\nThey **do**.', 'Ann Lee'],
      ['gone', null, undefined, undefined],
      ['below', 'gone', 'Why was it deleted?', 'Cy'],
    ]);
    expect(found?.replies.at(-1)?.words?.modified).toBe('2026-03-03T00:00:00.000Z');
  });

  const answer = (id: string, parent: string, top: string) =>
    forumComment(id, '<p>Fine.</p>', { parentCommentId: parent, topLevelCommentId: top });
  const gone = (id: string, rest: object = {}) =>
    forumComment(id, '', { deleted: true, contents: null, ...rest });

  test.each([
    ['is deleted', [gone('top'), answer('a', 'top', 'top')], [['a', []]]],
    ['is not in the file', [answer('a', 'top', 'top')], [['a', []]]],
    [
      'is not in the file, but the first of its thread',
      [forumComment('top', quoting), answer('a', 'between', 'top')],
      [['top', ['a']]],
    ],
    [
      'is deleted, with nothing else below',
      [
        forumComment('top', quoting),
        gone('x', { parentCommentId: 'top' }),
        gone('y', { parentCommentId: 'x' }),
      ],
      [['top', []]],
    ],
  ])('goes on when what is answered %s', (_, comments, expected) => {
    expect(
      marksIn(forumAnswer(comments)).map(({ id, replies }) => [id, replies.map((one) => one.id)]),
    ).toEqual(expected);
  });

  test('takes ten thousand answers below each other', () => {
    const comments = Array.from({ length: 10_000 }, (_, i) =>
      gone(`c${i}`, { parentCommentId: i === 0 ? null : `c${i - 1}` }),
    );
    expect(marksIn(forumAnswer(comments))).toEqual([]);
  });
});

describe('a react', () => {
  test('on a comment becomes a reaction where there is one like it', () => {
    expect(mark(forumThreads, 'quoting')?.reactions.map(({ kind, person }) => [kind, person.name])).toEqual([
      ['agree', 'Dee'],
      ['agree', 'Ann Lee'],
      ['helpful', 'Dee'],
    ]);
  });

  test('that calls words a crux marks them, by whoever said so first; others agree', () => {
    const cruxes = marksIn(forumThreads).filter(({ tags }) => tags.includes('crux'));
    const agreeing = cruxes.map(({ reactions }) => reactions.map((one) => [one.kind, one.person.name]));
    expect(cruxes.map(({ quote, comment, person }) => [quote, comment, person.name])).toEqual([
      ['the jar is empty', null, 'Dee'],
      ['jars mislead foxes', '> Do they?', 'Dee'],
    ]);
    expect(agreeing).toEqual([[['agree', 'Ed']], []]);
  });

  test('cuts no character of a name in two', () => {
    const reacts = { crux: [{ displayName: `${'n'.repeat(99)}🦊`, quotes: [`${'q'.repeat(199)}🦊`] }] };
    const [cruxes] = marksIn(forumAnswer([], forumPost({ extendedScore: { reacts } })));
    expect(cruxes?.id.isWellFormed()).toBe(true);
  });

  test('of every other kind is told of, once for each name', () => {
    expect(read(forumThreads).bad.map(({ what, reason }) => [what, reason])).toEqual([
      ['react 75percent, once', 'A credence needs a card, and the file has none.'],
      ['react laugh, 2 times', 'There is no such reaction here.'],
    ]);
  });

  test('names people alike, whether they wrote or reacted', () => {
    const people = marksIn(forumThreads).flatMap(({ person, reactions, replies }) => [
      person,
      ...reactions.map((one) => one.person),
      ...replies.flatMap(({ words }) => words?.person ?? []),
    ]);
    const ids = new Map(people.map(({ id, name }) => [name, id]));
    expect(new Set(people.map(({ id }) => id)).size).toBe(ids.size);
    expect(ids.get('Ann Lee')).toBe('lesswrong.com/Ann Lee');
  });
});
