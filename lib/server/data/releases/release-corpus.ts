import 'server-only';
import { openLicence } from '@/lib/core/corpus/open-licence';
import type { Takes } from '@/lib/core/export/export-format';
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
  const { group: scope, release, asked } = await askingOfRelease(viewer, group, choice);
  const place = { group: scope.id, release };
  const { head, texts, listed, standing, records } = await openRelease(viewer, place, {
    asked,
    takes,
    signal,
  });
  const unlicensed = listed.filter(({ licence }) => openLicence(licence) === null);
  yield {
    head,
    texts,
    contents: releaseContents(standing.consents, records),
    leftOut: [...standing.leftOut],
    // Leave that is given today does not bring words into what was frozen.
    unlicensed: asked.parts.includes('texts')
      ? unlicensed.map(({ essay, title, licence, hasWords }) => ({
          essay,
          title,
          licence,
          comes: hasWords,
          mayShare: false,
        }))
      : [],
  };
  for await (const some of records()) yield { records: some };
}
