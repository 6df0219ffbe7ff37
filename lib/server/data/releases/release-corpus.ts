import 'server-only';
import { openLicence } from '@/lib/core/corpus/open-licence';
import type { Takes } from '@/lib/core/export/export-format';
import { asksFor } from '@/lib/core/release/asked-of-release';
import type { CorpusPart } from '@/lib/server/data/export/read-corpus';
import type { Viewer } from '@/lib/server/data/viewer';
import { askingOfRelease, type ReleaseChoice } from './asking-of-release';
import { openRelease } from './read-release';
import { releaseContents } from './release-contents';

/**
 * What of a release the viewer may see and chose: as an export of the group, but of what was frozen. It goes through the release
 * once before it begins, and holds no connection meanwhile. `signal`: when nobody waits for it any more.
 */
export async function* releaseCorpus(
  viewer: Viewer,
  group: string,
  { takes, signal, ...choice }: ReleaseChoice & { takes: Takes; signal?: AbortSignal | undefined },
): AsyncGenerator<CorpusPart> {
  const { readable, asked } = await askingOfRelease(viewer, group, choice);
  const { head, texts, listed, standing, records } = await openRelease(viewer, readable, {
    asked,
    takes,
    signal,
  });
  const unlicensed = listed.filter(
    ({ licence, hasWords, taken }) =>
      (openLicence(licence) === null || !hasWords) &&
      (taken.annotations > 0 || !takes.partly.includes('documents')),
  );
  // Once for each essay, as its newest text is; leave that is given today does not bring words into what was frozen.
  const told = new Map(
    unlicensed.map(({ essay, title, licence, hasWords }) => [
      essay,
      { essay, title, licence, comes: hasWords, mayShare: false },
    ]),
  );
  yield {
    head,
    texts,
    contents: releaseContents(standing.consents, records),
    leftOut: [...standing.leftOut],
    unlicensed: asksFor(asked, 'texts') ? [...told.values()] : [],
  };
  for await (const some of records()) yield { records: some };
}
