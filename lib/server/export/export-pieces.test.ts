import { expect, test } from 'vitest';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import type { CorpusWriter, Steps } from '@/lib/core/export/export-format';
import { corpusHead } from '@/lib/core/export/written-files.fixture';
import { piecesOf } from './export-pieces';

/** Longer than an export may work at a stretch, in milliseconds. */
const long = 15;

function work() {
  const begun = performance.now();
  while (performance.now() - begun < long);
}

/** How often others had their turn while a writer worked. */
async function turnsDuring(writer: CorpusWriter): Promise<number> {
  let turns = 0;
  let isOver = false;
  const other = () => {
    turns++;
    if (!isOver) setImmediate(other);
  };
  setImmediate(other);
  const parts = async function* () {
    yield { records: corpusRecords.slice(0, 6) };
  };
  for await (const _ of piecesOf({ writer: () => writer }, corpusHead, parts()));
  isOver = true;
  return turns;
}

test('others have their turn between records that take long', async () => {
  expect(await turnsDuring({ write: work, end: () => {} })).toBeGreaterThanOrEqual(6);
});

test('others have their turn between the steps of what takes long', async () => {
  function* end(): Steps {
    for (let i = 0; i < 6; i++) yield work();
  }
  expect(await turnsDuring({ write: () => {}, end })).toBeGreaterThanOrEqual(6);
});
