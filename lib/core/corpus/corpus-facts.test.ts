import { expect, test } from 'vitest';
import type { CorpusAnnotation } from './corpus';
import { corpusRecords } from './corpus.fixture';
import { corpusFacts } from './corpus-facts';
import { ada, bo, id } from './corpus-names.fixture';

test('who only answers an annotation is one of the people, and marked nothing', () => {
  const facts = corpusFacts();
  const marked = corpusRecords.find(
    (one): one is CorpusAnnotation => 'replies' in one && one.id === id('a2'),
  );
  facts.write({ ...marked!, person: ada });
  expect(marked?.replies.map(({ words }) => words?.person)).toContainEqual(bo);
  expect(facts.end()).toMatchObject({ people: 2, annotators: 1 });
});
