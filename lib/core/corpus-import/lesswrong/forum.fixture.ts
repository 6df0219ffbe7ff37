/** A post with a footnote, words that stand twice, an emoji and Arabic, as LessWrong writes its HTML. */
const postHtml = `<p>The fox 🦊 sees the jar<span class="footnote-reference" data-footnote-id="abc" data-footnote-index="1" id="fnrefabc"><sup><a href="#fnabc">[1]</a></sup></span>, and the jar is empty.</p>
<p>So <em>jars mislead</em> foxes; قال الباحث.</p>
<ol class="footnote-section footnotes"><li class="footnote-item" id="fnabc"><span class="footnote-back-link"><sup><strong><a href="#fnrefabc">^</a></strong></sup></span><div class="footnote-content"><p>A clay one.</p></div></li></ol>`;

export const postText =
  'The fox 🦊 sees the jar[1], and the jar is empty.\n\nSo jars mislead foxes; قال الباحث.\n\nA clay one.';

export const forumPost = (rest: object = {}) => ({
  _id: 'pOst1pOst1pOst1pO',
  slug: 'foxes-and-jars',
  title: 'Foxes and jars',
  baseScore: 40,
  postedAt: '2026-03-01T09:00:00.000Z',
  pageUrl: 'https://www.lesswrong.com/posts/pOst1pOst1pOst1pO/foxes',
  user: { slug: 'ann', displayName: 'Ann Lee' },
  coauthors: [{ displayName: 'Bo' }],
  contents: { version: '1.0.0', editedAt: '2026-03-01T09:00:01.000Z', html: postHtml },
  ...rest,
});

export const forumComment = (_id: string, html: string, rest: object = {}) => ({
  _id,
  parentCommentId: null,
  topLevelCommentId: null,
  baseScore: 7,
  postedAt: '2026-03-02T10:00:00.000Z',
  deleted: false,
  retracted: false,
  postVersion: '1.0.0',
  user: { slug: 'cy', displayName: 'Cy' },
  contents: { html },
  ...rest,
});

/** An answer of the API, as the query of the guide gives it. */
export const forumAnswer = (comments: readonly object[], post: object | null = forumPost()) => ({
  data: { comments: { totalCount: comments.length, results: comments }, post: { result: post } },
});

const reacted = (reacts: object) => ({ extendedScore: { approvalVoteCount: 3, agreement: 2, reacts } });
const by = (displayName: string, reactType: string, ...quotes: string[]) => ({
  userId: `id-${displayName}`,
  displayName,
  karma: 5,
  reactType,
  quotes,
});

/** A thread on a passage, one about the whole, answers to what is gone, and reacts of each kind. */
export const forumThreads = forumAnswer(
  [
    forumComment('quoting', '<blockquote><p>“jars mislead foxes”</p></blockquote><p>Do they?</p>', {
      ...reacted({
        agree: [by('Dee', 'created'), by('Ann Lee', 'seconded')],
        insightful: [by('Dee', 'created', 'Do they')],
        crux: [by('Dee', 'created', 'Do they?')],
        laugh: [by('Ed', 'created'), by('Dee', 'seconded')],
      }),
    }),
    forumComment('answer', '<p>They <b>do</b>.</p>', {
      parentCommentId: 'quoting',
      topLevelCommentId: 'quoting',
      postedAt: '2026-03-02T11:00:00.000Z',
      user: { displayName: 'Ann Lee' },
      retracted: true,
    }),
    forumComment('gone', '', {
      parentCommentId: 'quoting',
      topLevelCommentId: 'quoting',
      postedAt: '2026-03-02T12:00:00.000Z',
      deleted: true,
      user: null,
      contents: null,
    }),
    forumComment('below', '<p>Why was it deleted?</p>', {
      parentCommentId: 'gone',
      topLevelCommentId: 'quoting',
      postedAt: '2026-03-02T13:00:00.000Z',
      contents: { html: '<p>Why was it deleted?</p>', editedAt: '2026-03-03T00:00:00.000Z' },
    }),
    forumComment('whole', '<p>I like foxes.</p>', { user: null, answer: true }),
    forumComment('twice', '<blockquote><p>the jar</p></blockquote><p>Which one?</p>'),
  ],
  forumPost(
    reacted({
      crux: [by('Dee', 'created', 'the jar is empty'), by('Ed', 'seconded', 'the jar is empty')],
      '75percent': [by('Ed', 'created', 'the jar is empty')],
    }),
  ),
);
