import { describe, expect, test } from 'vitest';
import { shortQuote } from '@/lib/core/annotation/short-quote';
import type { CorpusAnnotation, CorpusHead, CorpusRecord } from '@/lib/core/corpus/corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { at, bo, id } from '@/lib/core/corpus/corpus-names.fixture';
import { corpusHead } from '@/lib/core/export/written-files.fixture';
import { type AnnotationChange, annotationChanges, releaseDiff } from './release-diff';
import { diffOf } from './release-diff.fixture';

const changed = (name: string, change: Partial<CorpusAnnotation>): CorpusRecord[] =>
  corpusRecords.map((record) =>
    record.kind === 'annotation' && record.id === id(name) ? { ...record, ...change } : record,
  );
const thread = corpusRecords.find((one): one is CorpusAnnotation => 'id' in one && one.id === id('a2'))!;
const [first, ...others] = thread.replies;

describe('an annotation', () => {
  test.each<[string, Partial<CorpusAnnotation>, AnnotationChange[]]>([
    ['that has another tag is retagged', { tags: ['claim'] }, ['retagged']],
    ['that lost its tags is retagged', { tags: [] }, ['retagged']],
    ['that covers other words is re-anchored', { end: thread.end + 1 }, ['re-anchored']],
    [
      'of which the place is less sure is re-anchored',
      { anchor: { ...thread.anchor, confidence: 0.6 } },
      ['re-anchored'],
    ],
    [
      'that lost its place is re-anchored',
      { anchor: { ...thread.anchor, state: 'orphaned' } },
      ['re-anchored'],
    ],
    ['with other words is reworded', { comment: 'I think not.' }, ['reworded']],
    ['without its comment is reworded', { comment: null }, ['reworded']],
    [
      'with a new answer is discussed',
      { replies: [...thread.replies, { ...first!, id: id('r9') }] },
      ['discussed'],
    ],
    ['that lost an answer is discussed', { replies: others }, ['discussed']],
    [
      'of which an answer was reworded is discussed',
      { replies: [{ ...first!, words: { ...first!.words!, comment: 'Not mine.' } }, ...others] },
      ['discussed'],
    ],
    [
      'of which an answer lost its words is discussed',
      { replies: [{ ...first!, words: null }, ...others] },
      ['discussed'],
    ],
    ['that was opened again is discussed', { resolved: null }, ['discussed']],
    [
      'that changed in several ways is all of these',
      { tags: ['claim', 'crux'], comment: 'Both.', resolved: { person: null, at: at(50) } },
      ['retagged', 'reworded', 'discussed'],
    ],
    ['that only got a reaction is the same', { reactions: [] }, []],
    ['whose author goes by another name is the same', { person: bo }, []],
    ['that is met in another card is the same', { cards: [] }, []],
  ])('%s', (_, change, changes) => {
    const { annotations, counts } = diffOf(corpusRecords, changed('a2', change));
    expect(annotations.map((one) => [one.id, one.changes])).toEqual(
      changes.length ? [[id('a2'), changes]] : [],
    );
    expect(annotationChanges.filter((name) => counts[name] > 0)).toEqual(changes);
  });

  test('that stands in another version of its text is re-anchored', () => {
    const moved = corpusRecords.map((record) =>
      record.kind === 'document' && record.slug === 'closed'
        ? { ...record, id: id('closed-v2'), number: 2 }
        : record,
    );
    const { annotations, texts } = diffOf(corpusRecords, moved);
    expect(annotations).toMatchObject([{ id: id('a9'), changes: ['re-anchored'], text: '=The Jar' }]);
    expect(texts).toEqual([
      { change: 'added', title: '=The Jar', number: 2 },
      { change: 'removed', title: '=The Jar', number: 1 },
    ]);
  });

  test('that is told has what it says and said, under its text', () => {
    const { annotations } = diffOf(corpusRecords, changed('a2', { tags: ['claim'] }));
    expect(annotations).toEqual([
      {
        id: id('a2'),
        changes: ['retagged'],
        text: 'The Alignment Bet',
        person: thread.person.name,
        essay: 'bet',
        essayId: id('bet'),
        quote: thread.quote,
        quoteBefore: null,
        tags: ['claim'],
        tagsBefore: ['crux'],
        answers: [],
        moreAnswers: 0,
        comment: expect.any(String),
        commentBefore: null,
      },
    ]);
  });

  test('that had no tag before had none, and not an empty one', () => {
    expect(diffOf(changed('a2', { tags: [] }), corpusRecords).annotations[0]?.tagsBefore).toEqual([]);
  });

  test('that was moved or reworded is told with the words before, under its own text', () => {
    const told = (change: Partial<CorpusAnnotation>) =>
      diffOf(corpusRecords, changed('a2', change)).annotations.map(
        ({ text, quote, quoteBefore, comment, commentBefore }) => [
          text,
          quoteBefore,
          quote,
          commentBefore,
          comment,
        ],
      );
    const { quote, start } = thread;
    const comment = diffOf([], corpusRecords).annotations.find((one) => one.id === id('a2'))!.comment;
    expect([
      told({ start: start + 1, quote: 'other' }),
      told({ anchor: { ...thread.anchor, confidence: 0.5 } }),
      told({ comment: '*New.*' }),
      told({ comment: null }),
    ]).toEqual([
      [['The Alignment Bet', quote, 'other', null, comment]],
      [['The Alignment Bet', null, quote, null, comment]],
      [['The Alignment Bet', null, quote, comment, 'New.']],
      [['The Alignment Bet', null, quote, comment, null]],
    ]);
  });

  test('with answers that came since is told with them, and its words without their Markdown', () => {
    const words = (comment: string) => ({ ...first!.words!, comment });
    const replies = [
      { ...first!, created: at(1), words: words('Old.') },
      { ...first!, id: id('r9'), created: at(50), words: words('So *it* goes.') },
    ];
    const since: CorpusHead = {
      ...corpusHead,
      release: { number: 1, title: '', note: '', frozen: at(49), sha256: '' },
    };
    const { annotations } = diffOf(
      corpusRecords,
      changed('a2', { replies, comment: '**No**, [see](https://a.example).' }),
      {
        heads: [since, corpusHead],
      },
    );
    expect(annotations[0]).toMatchObject({
      comment: 'No, see.',
      moreAnswers: 0,
      answers: [{ id: id('r9'), person: first!.words!.person.name, words: 'So it goes.' }],
    });
  });

  test('of which the passage is long is told by both ends, so that a move of either shows', () => {
    const long = (end: string, start = 1) => changed('a2', { quote: `${'x'.repeat(500)}${end}`, start });
    const { annotations } = diffOf(long('🚀'), long('!', 2));
    const [before, after] = ['🚀', '!'].map((end) => shortQuote(`${'x'.repeat(500)}${end}`));
    expect(annotations[0]).toMatchObject({ quoteBefore: before, quote: after });
  });

  test('of which only the formatting of the comment changed had one before', () => {
    const { annotations } = diffOf(changed('a2', { comment: 'So.' }), changed('a2', { comment: '*So*.' }));
    expect(annotations[0]).toMatchObject({ changes: ['reworded'], commentBefore: 'So.', comment: 'So.' });
  });
});

test('more changes than are described are counted', () => {
  const { annotations, counts } = diffOf([], corpusRecords, { most: 2 });
  expect([annotations.length, counts.added]).toEqual([2, 9]);
});

test('what was removed is counted, however many are described, and is read again only for those', () => {
  const removed = (most: number) => {
    const { annotations, counts } = diffOf(corpusRecords, [], { most });
    return [annotations.length, counts.removed];
  };
  expect([removed(1000), removed(2), removed(0)]).toEqual([
    [9, 9],
    [2, 9],
    [0, 9],
  ]);
  const diff = releaseDiff({ since: at(1), most: 2 });
  corpusRecords.forEach(diff.before);
  const isRead = corpusRecords.filter((record) => {
    const wants = diff.wantsAgain();
    if (wants) diff.again(record);
    return wants && record.kind === 'annotation';
  });
  expect(isRead).toHaveLength(2);
});

test('the vocabulary and the guideline come from the heads', () => {
  const later = {
    ...corpusHead,
    tags: corpusHead.tags.slice(1),
    guideline: { version: 1, markdown: 'Look.' },
  };
  const { words, guideline } = diffOf(corpusRecords, corpusRecords, { heads: [corpusHead, later] });
  expect(words).toMatchObject([{ slug: 'claim', change: 'removed' }]);
  expect(guideline).toBe(true);
});
