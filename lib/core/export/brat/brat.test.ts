import { describe, expect, test } from 'vitest';
import type { CorpusAnnotation, CorpusRecord } from '@/lib/core/corpus/corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { bo, id } from '@/lib/core/corpus/corpus-names.fixture';
import { writtenFiles } from '@/lib/core/export/written-files.fixture';
import { brat } from './brat';
import { bratTypes } from './brat-types';

/** Entities of a folder's file, with their words as brat shows them: fragments of the text joined by a space. */
function readBrat(files: ReadonlyMap<string, string>, path: string) {
  const points = [...(files.get(`${path}.txt`) ?? '')];
  const lines = (files.get(`${path}.ann`) ?? '').split('\n').slice(0, -1);
  const about = (entity: string) => lines.filter((line) => line.split(/[\t ]/)[2] === entity);
  return lines.flatMap((line) => {
    const [, name = '', type, ranges = '', words] =
      /^(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$/.exec(line) ?? [];
    if (!words) return [];
    const fragments = ranges.split(';').map((range) => range.split(' ').map(Number));
    const found = fragments.map(([start, end]) => points.slice(start, end).join('')).join(' ');
    return [{ type, words, found, fragments, about: about(name).map((one) => one.replace(/^[^\t]+\t/, '')) }];
  });
}

const files = writtenFiles(brat);
const adas = readBrat(files, 'Ada-A.-Löw/bet-v1');
const bos = readBrat(files, 'reader-k7f3qa2m/bet-v1');

describe('brat', () => {
  test('has a folder for each person, and nothing of a text that may not be passed on', () => {
    expect([...files.keys()]).toEqual([
      'annotation.conf',
      'visual.conf',
      'Ada-A.-Löw/bet-v1.txt',
      'Ada-A.-Löw/bet-v1.ann',
      'reader-k7f3qa2m/bet-v1.txt',
      'reader-k7f3qa2m/bet-v1.ann',
      'Adjudicated/bet-v1.txt',
      'Adjudicated/bet-v1.ann',
    ]);
  });

  test('gives nobody a folder that is called like a file of brat', () => {
    const named = corpusRecords.map((record) =>
      record.kind === 'annotation' && record.person === bo
        ? { ...record, person: { ...bo, name: 'Annotation.conf' } }
        : record,
    );
    const folders = [...writtenFiles(brat, named).keys()].map((file) => file.split('/')[0]!.toLowerCase());
    expect(new Set(folders)).toEqual(
      new Set(['annotation.conf', 'visual.conf', 'ada-a.-löw', 'annotation.conf-2', 'adjudicated']),
    );
  });

  test('has what was decided as a layer of its own, with the reason', () => {
    const decided = readBrat(files, 'Adjudicated/bet-v1');
    expect(decided.map(({ type, found }) => [type, found])).toEqual([
      ['Claim', 'we will lose control'],
      ['Crux', 'we will lose control'],
    ]);
    expect(files.get('Adjudicated/bet-v1.ann')).toContain('=The clause, <b>not</b> the sentence.');
  });

  test('finds the words of every passage at its code points', () => {
    for (const { words, found } of [...adas, ...bos]) expect(found).toBe(words);
    expect(adas.map(({ type, words }) => [type, words.slice(0, 9)])).toEqual([
      ['Claim', 'If we sca'],
      ['Crux', 'whether i'],
      ['Crux', 'وهذا 🧭 هو'.slice(0, 9)],
      ['Highlight', '<b>&amp; '],
    ]);
    expect(bos.map(({ type }) => type)).toEqual(['Claim', 'Crux', 'Crux', 'FailureMode', 'Highlight']);
  });

  test('cuts a passage at the ends of lines', () => {
    expect(bos[2]).toMatchObject({
      words: 'The main crux is whether interpretability keeps pace. Even so',
      fragments: [expect.anything(), expect.anything()],
    });
  });

  test('writes comments on one line, after the id, once for several tags', () => {
    expect(bos[3]?.about).toEqual([
      `AnnotatorNotes T4\tid=${id('a4')} Goodhart, "metrics" eat the goal`,
      'CardOpposes T4 C3',
    ]);
    expect(adas[1]?.about[0]).toContain('Would change my *mind*. > Really?');
    expect(bos[1]?.about).toEqual([`AnnotatorNotes T2\tid=${id('a5')}`]);
  });

  test('says before which types and cards there are', () => {
    expect(files.get('annotation.conf')?.split('\n')).toEqual([
      '[entities]',
      'Claim',
      'Crux',
      'FailureMode',
      'Highlight',
      '[relations]',
      '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
      '[events]',
      '[attributes]',
      'CardStates\tArg:<ENTITY>, Value:C1|C2',
      'CardSupports\tArg:<ENTITY>, Value:C2',
      'CardOpposes\tArg:<ENTITY>, Value:C3',
      '',
    ]);
    expect(files.get('visual.conf')).toContain(
      '\nFailureMode | Failure mode\nHighlight | Highlight (no tag)\n',
    );
  });

  test('keeps people of the same name, and versions of an essay, apart', () => {
    const twin = (record: CorpusRecord): CorpusRecord =>
      record.kind === 'annotation' && record.person === bo
        ? ({ ...record, person: { ...bo, name: 'ADA "A." LÖW' } } satisfies CorpusAnnotation)
        : record;
    const texts = corpusRecords.filter(({ kind }) => kind !== 'card').map(twin);
    const again = texts.map((record) => (record.kind === 'document' ? { ...record, number: 2 } : record));
    expect([...writtenFiles(brat, [...texts, ...again]).keys()].filter((name) => /ann$/.test(name))).toEqual([
      'Ada-A.-Löw/bet-v1.ann',
      'ADA-A.-LÖW-2/bet-v1.ann',
      'Adjudicated/bet-v1.ann',
      'Ada-A.-Löw/bet-v2.ann',
      'ADA-A.-LÖW-2/bet-v2.ann',
      'Adjudicated/bet-v2.ann',
    ]);
  });
});

test.each([
  ['words', ['claim', 'failure-mode', '2nd-order'], ['Claim', 'FailureMode', '2ndOrder']],
  ['other scripts', ['关键', 'сила'], ['Tag1', 'Tag2']],
  [
    'what is taken',
    ['tag2', '关键', 'highlight', 'card-states'],
    ['Tag2', 'Tag2-2', 'Highlight-2', 'CardStates-2'],
  ],
])('types are ASCII, and each of its own: %s', (_, slugs, types) => {
  const tags = slugs.map((slug) => ({
    slug,
    name: slug,
    definition: '',
    slot: 1,
    line: 'solid',
    glyph: '',
    retired: false,
  }));
  expect([...bratTypes(tags).values()]).toEqual(types);
});

test('the folder of decisions is theirs, whatever people are called', () => {
  const called = corpusRecords.map((record) =>
    record.kind === 'annotation' && record.id === id('a1')
      ? { ...record, person: { ...record.person, name: 'adjudicated' } }
      : record,
  );
  const folders = [...writtenFiles(brat, called).keys()].map((name) => name.split('/')[0]);
  expect(folders).toContain('adjudicated-2');
  expect(writtenFiles(brat, called).get('Adjudicated/bet-v1.ann')).toContain('=The clause');
});
