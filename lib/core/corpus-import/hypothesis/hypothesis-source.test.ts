import { describe, expect, test } from 'vitest';
import type { CorpusAnnotation, CorpusDocument } from '@/lib/core/corpus/corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { readBack, written } from '@/lib/core/corpus-import/read-back.fixture';
import { hypothesis } from '@/lib/core/export/hypothesis/hypothesis';
import { hypothesisSource } from './hypothesis-source';

/** As the API gives them: microseconds, an offset instead of Z. */
const row = (id: string, rest: object = {}) => ({
  id,
  created: '2026-03-01T09:00:00.123456+00:00',
  updated: '2026-03-01T09:00:00.123999+00:00',
  user: 'acct:ann@hypothes.is',
  uri: 'https://www.example.org/fox/?utm_source=mail#top',
  text: 'Really?',
  tags: ['Crux', 'to read'],
  group: '__world__',
  permissions: { read: ['group:__world__'] },
  target: [
    {
      source: 'https://www.example.org/fox/',
      selector: [
        {
          type: 'RangeSelector',
          startContainer: '/p[1]',
          startOffset: 0,
          endContainer: '/p[1]',
          endOffset: 5,
        },
        { type: 'TextPositionSelector', start: 4, end: 9 },
        { type: 'TextQuoteSelector', exact: 'fox 🦊', prefix: 'A ', suffix: ' sat' },
      ],
    },
  ],
  document: { title: ['The fox'] },
  user_info: { display_name: 'Ann Lee' },
  hidden: false,
  flagged: false,
  links: { html: `https://hypothes.is/a/${id}` },
  ...rest,
});
const reply = (id: string, references: string[], rest: object = {}) =>
  row(id, {
    references,
    target: [{ source: 'https://example.org/fox' }],
    tags: [],
    user: 'acct:ben@hypothes.is',
    user_info: null,
    ...rest,
  });

const read = (value: unknown) => readBack(hypothesisSource, JSON.stringify(value));
const marks = (value: unknown) =>
  read(value).records.filter((one): one is CorpusAnnotation => one.kind === 'annotation');

describe('Hypothesis JSON', () => {
  test.each([
    ['an answer of the API', { total: 2, rows: [row('a'), reply('b', ['a'])] }],
    ['an answer with the replies apart', { total: 1, rows: [row('a')], replies: [reply('b', ['a'])] }],
    [
      'a file of the client',
      { export_date: '2026', client_version: '1', annotations: [row('a'), reply('b', ['a'])] },
    ],
    ['a bare list', [reply('b', ['a']), row('a')]],
  ])('is read from %s, with threads and authors', (_, value) => {
    const { records, bad } = read(value);
    expect(bad).toEqual([]);
    expect(records).toMatchObject([
      { kind: 'document', title: 'The fox', text: null, sha256: '', annotations: 1 },
      {
        kind: 'annotation',
        id: 'a',
        person: { id: 'acct:ann@hypothes.is', name: 'Ann Lee' },
        quote: 'fox 🦊',
        prefix: 'A ',
        suffix: ' sat',
        tags: ['crux', 'to-read'],
        comment: 'Really?',
        created: '2026-03-01T09:00:00.123Z',
        modified: null,
        visibility: 'group',
        replies: [{ id: 'b', parent: null, words: { person: { name: 'ben' }, comment: 'Really?' } }],
      },
    ]);
  });

  test('nests answers by the last thing that they refer to and that is there', () => {
    const [mark] = marks([
      row('a'),
      reply('b', ['a']),
      reply('c', ['a', 'b']),
      reply('d', ['a', 'gone']),
      reply('e', ['a', 'b', 'gone']),
    ]);
    expect(mark?.replies.map(({ id, parent }) => [id, parent])).toEqual([
      ['b', null],
      ['c', 'b'],
      ['d', null],
      ['e', 'b'],
    ]);
  });

  test('leads back to where it was made', () => {
    const links = { html: 'https://hypothes.is/a/a', incontext: 'https://hyp.is/a/example.org/fox' };
    const [linked, other] = marks([row('a', { links }), row('b', { links: undefined })]);
    expect([linked?.via, other?.via]).toEqual([[links.html], undefined]);
  });

  test('gathers marks on one page, however its address is written', () => {
    const { records } = read([
      row('a'),
      row('b', { uri: 'http://example.org/fox' }),
      row('c', { uri: 'https://example.org/dog' }),
    ]);
    expect(records.map((one) => (one.kind === 'document' ? one.annotations : one.kind))).toEqual([
      2,
      'annotation',
      'annotation',
      1,
      'annotation',
    ]);
  });

  test('keeps a bare highlight bare, and tells an edit from a first writing', () => {
    const [bare, edited] = marks([
      row('a', { text: '', tags: [] }),
      row('b', { updated: '2026-03-02T00:00:00+00:00' }),
    ]);
    expect([bare?.comment, bare?.tags, edited?.modified]).toEqual([null, [], '2026-03-02T00:00:00.000Z']);
  });

  const own = { permissions: { read: ['acct:ann@hypothes.is'] } };

  test('brings what is private of whoever exported it, as private', () => {
    expect(
      marks({ annotations: [row('a', own)], export_userid: 'acct:ann@hypothes.is' })[0]?.visibility,
    ).toBe('private');
  });

  test.each([
    ['what is private to somebody else', row('x', own), 'It is private to somebody else.'],
    ['what is hidden', row('x', { hidden: true, text: '', tags: [] }), 'A moderator there has hidden it.'],
    [
      'a note on the page',
      row('x', { target: [{ source: 'https://example.org/fox' }] }),
      'It stands on no words: it is a note on the whole page.',
    ],
    ['an answer to nothing', reply('x', ['gone']), 'It answers something that is not there.'],
    ['a time that is none', row('x', { created: 'soon' }), '“created” is not a time.'],
    ['what has no author', row('x', { user: undefined }), '“user” is missing.'],
  ])('leaves out %s, says so, and brings the rest', (_, broken, reason) => {
    const { records, bad } = read([row('a'), broken]);
    expect(bad).toEqual([{ row: 2, what: expect.any(String), reason }]);
    expect(records).toHaveLength(2);
  });

  test.each([
    ['<html>', 'This is HTML or XML.'],
    ['{"total":1}', 'This is JSON with the fields “total”.'],
    ['7', 'This is JSON, but no object.'],
    [
      '[{"type":"Annotation","target":"https://a.example"}]',
      'This is JSON with the fields “type”, “target”.',
    ],
    ['{"rows":[', 'This is JSON that breaks off, or has a mistake in it.'],
  ])('says of %s what else it is', (content, alien) => {
    expect(readBack(hypothesisSource, content).alien).toBe(alien);
  });

  test.each([
    [{}, null],
    [{ moderation_status: 'APPROVED' }, null],
    [{ hidden: true }, 'hidden'],
    [{ hidden: true, moderation_status: 'DENIED' }, 'hidden'],
    [{ moderation_status: 'SPAM' }, 'hidden'],
    [{ hidden: true, moderation_status: 'PENDING' }, 'pending'],
  ])('keeps what moderators there keep from others for moderators: %j', (state, held) => {
    const { records } = read([row('a', state), { ...reply('b', ['a']), ...state }]);
    const [, mark] = records as [unknown, CorpusAnnotation];
    expect([mark.held, mark.replies[0]?.held]).toEqual([held, held]);
  });

  test('reads our own Hypothesis export: passages, tags, comments and threads', () => {
    const { records, bad } = readBack(hypothesisSource, written(hypothesis, corpusRecords));
    expect(bad).toEqual([]);
    const told = (all: readonly object[]) =>
      (all as CorpusAnnotation[])
        .filter(({ kind }) => kind === 'annotation')
        .map(({ quote, prefix, suffix, comment, replies, created }) => [
          quote,
          prefix,
          suffix,
          comment,
          created,
          replies.filter(({ words }) => words).map(({ words }) => words?.comment),
        ])
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    expect(told(records)).toEqual(told(corpusRecords));
    expect(records.filter((one): one is CorpusDocument => one.kind === 'document')).toHaveLength(2);
  });
});
