import type { Route } from 'next';
import Link from 'next/link';
import { When } from '@/components/crux/when';
import { CorpusCounts } from '@/components/export/preview-parts';
import type { ReleaseSummary } from '@/lib/core/api/releases';
import { FreezeFailed } from './freeze-failed';
import { FreezeProgress } from './freeze-progress';

interface Props {
  /** Slug. */
  group: string;
  releases: readonly ReleaseSummary[];
  mayMake: boolean;
}

/** Newest first, each with what it holds and the way to compare it with the one before. */
export function ReleaseList({ group, releases, mayMake }: Props) {
  return (
    <ol className="grid gap-4">
      {releases.map((release, i) => (
        <li key={release.id} className="grid gap-3 rounded-lg border border-rule bg-raised p-5">
          <ReleaseHead group={group} release={release} />
          {release.state === 'frozen' && release.counts && <CorpusCounts counts={release.counts} />}
          {release.state === 'freezing' && <FreezeProgress group={group} release={release} />}
          {release.state === 'failed' && <FreezeFailed group={group} release={release} mayMake={mayMake} />}
          <Compared
            group={group}
            release={release}
            before={releases.slice(i + 1).find(({ state }) => state === 'frozen')}
          />
        </li>
      ))}
    </ol>
  );
}

function ReleaseHead({ group, release }: { group: string; release: ReleaseSummary }) {
  const { number, title, note, state, creator, frozen, created, withdrawn } = release;
  return (
    <div className="grid gap-1">
      <h3 className="wrap-anywhere text-lg">
        {state === 'frozen' || state === 'withdrawn' ? (
          <Link href={`/g/${group}/releases/${number}` as Route} prefetch={false}>
            Release {number}: <bdi>{title}</bdi>
          </Link>
        ) : (
          <>
            Release {number}: <bdi>{title}</bdi>
          </>
        )}
      </h3>
      <p className="text-ink-3 text-sm">
        {frozen ? 'Frozen' : 'Asked for'} <When at={frozen ?? created} /> by <bdi>{creator.name}</bdi>
        {withdrawn && (
          <>
            ; withdrawn <When at={withdrawn.at} />
          </>
        )}
      </p>
      {note && (
        <p dir="auto" className="wrap-anywhere max-w-prose whitespace-pre-line text-ink-2 text-sm">
          {note}
        </p>
      )}
    </div>
  );
}

interface Comparing {
  group: string;
  release: ReleaseSummary;
  before: ReleaseSummary | undefined;
}

function Compared({ group, release, before }: Comparing) {
  if (release.state !== 'frozen' || !before) return null;
  return (
    <p className="text-sm">
      <Link
        href={`/g/${group}/releases/${before.number}/diff/${release.number}` as Route}
        prefetch={false}
        className="inline-block py-1 underline pointer-coarse:py-3"
      >
        What changed since release {before.number}
      </Link>
    </p>
  );
}
