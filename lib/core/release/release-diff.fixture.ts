import type { CorpusHead, CorpusRecord } from '@/lib/core/corpus/corpus';
import { at } from '@/lib/core/corpus/corpus-names.fixture';
import { corpusHead } from '@/lib/core/export/written-files.fixture';
import { releaseDiff } from './release-diff';

/** What became of some records until others, each read as often as it is asked for. */
export function diffOf(
  before: readonly CorpusRecord[],
  after: readonly CorpusRecord[],
  { heads = [corpusHead, corpusHead], most = 1000 }: { heads?: [CorpusHead, CorpusHead]; most?: number } = {},
) {
  const diff = releaseDiff({ since: heads[0].release?.frozen ?? at(99), most });
  before.forEach(diff.before);
  after.forEach(diff.after);
  for (const record of before) if (diff.wantsAgain()) diff.again(record);
  return diff.end(...heads);
}
