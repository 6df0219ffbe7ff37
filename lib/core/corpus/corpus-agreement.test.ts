import { describe, expect, test } from 'vitest';
import { corpusHead } from '@/lib/core/export/written-files.fixture';
import type { CorpusDocument, CorpusRecord } from './corpus';
import { corpusAgreement } from './corpus-agreement';
import { ada, at, bo, id } from './corpus-names.fixture';
import { corpusRange, countedText } from './corpus-range';
import { aDocument, anAnnotation, rangeOf } from './corpus-records.fixture';
import { ExportChoice } from './export-choice';

const cy = { id: id('cy'), name: 'Cy', pseudonymous: false };
const parts = ['The fox and the dog.', 'The jar and the lid.', 'The end of it.'];
const text = parts.join('\n\n');
const words = (text: string) => [{ type: 'text' as const, text }];

/** Two sections: what comes before a heading, and what it begins. */
const document: CorpusDocument = aDocument('jars', text, {
  structure: {
    type: 'doc',
    content: [
      { type: 'paragraph', content: words(parts[0]!) },
      { type: 'heading', attrs: { level: 2 }, content: words(parts[1]!) },
      { type: 'paragraph', content: words(parts[2]!) },
    ],
  },
});
const sections = [parts[0]!, parts.slice(1).join('\n\n')];

const both: CorpusRecord[] = [
  anAnnotation(text, 'fox', { id: id('m1'), person: ada, tags: ['claim', 'crux'] }),
  anAnnotation(text, 'fox', { id: id('m2'), person: bo, tags: ['claim', 'crux'] }),
];

const coverage = (tag: string, ...checked: string[]): CorpusRecord => ({
  kind: 'coverage',
  checks: checked.map((part) => ({
    ...corpusRange(countedText(text), rangeOf(text, part)),
    tag,
    person: cy,
    created: at(1),
  })),
});

function figuresOf(records: readonly CorpusRecord[], choice: Record<string, string> = {}) {
  const agreement = corpusAgreement({ ...corpusHead, choice: ExportChoice.parse(choice) });
  for (const record of [document, ...records]) for (const _ of agreement.write(record) ?? []);
  const steps = agreement.end();
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const judgesOf = (records: readonly CorpusRecord[], tag: string | null) =>
  figuresOf(records).tags.find((one) => one.tag === tag)?.exact.n;

describe('agreement from a corpus', () => {
  test('counts who checked every section for a tag, for that tag alone', () => {
    expect([judgesOf(both, 'crux'), judgesOf(both, 'claim')]).toEqual([1, 1]);
    const whole = [...both, coverage('crux', ...sections)];
    expect([judgesOf(whole, 'crux'), judgesOf(whole, 'claim'), judgesOf(whole, null)]).toEqual([3, 1, 1]);
    expect(figuresOf([...both, coverage('crux', sections[0]!)])).toEqual(figuresOf(both));
  });

  test('counts nothing that is held or private', () => {
    const more = (rest: object) =>
      anAnnotation(text, 'jar', { id: id('m3'), person: cy, tags: ['crux'], ...rest });
    for (const rest of [{ held: 'hidden' }, { held: 'pending' }, { visibility: 'private' }] as const)
      expect(figuresOf([...both, more(rest)])).toEqual(figuresOf(both));
    expect(figuresOf([...both, more({})])).not.toEqual(figuresOf(both));
  });

  test.each([
    { tags: 'crux' },
    { q: 'jar' },
    { people: '0198b6a0-0000-7000-8000-000000000000' },
    { from: '2026-11-01' },
    { to: '2026-11-30' },
    { status: 'open' },
    { scope: 'mine' },
    { visibility: 'private' },
    { parts: 'texts,annotations' },
  ])('says of a choice among the marks that nothing can be said: %o', (choice) => {
    const { texts, tags, tagged } = figuresOf(both, choice as unknown as Record<string, string>);
    expect([texts, tags, tagged.units.because]).toEqual([0, [], 'filtered-corpus']);
  });

  test.each([{ essay: 'the-fox' }, { asOf: '2026-11-30' }, { visibility: 'all' }, { named: 'true' }])(
    'is the same where all marks of a text come: %o',
    (choice) => {
      expect(figuresOf(both, choice as unknown as Record<string, string>)).toEqual(figuresOf(both));
    },
  );
});
