import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { When } from '@/components/crux/when';
import type { OfferedFormat } from '@/components/export/formats-by-use';
import { CorpusCounts } from '@/components/export/preview-parts';
import { Notice } from '@/components/ui/notice';
import type { Tag } from '@/lib/core/api/groups';
import type { Release, ReleaseSummary } from '@/lib/core/api/releases';
import { ChooseReleases } from './choose-releases';
import { FreezeFailed } from './freeze-failed';
import { FreezeProgress } from './freeze-progress';
import { ReleaseCard } from './release-card';
import { ReleaseDownload } from './release-download';
import { ReleaseSection } from './release-section';
import { WithdrawRelease } from './withdraw-release';

interface Props {
  /** Slug. */
  group: string;
  release: Release;
  /** That it can be compared with, newest first. */
  others: readonly ReleaseSummary[];
  tags: readonly Tag[];
  formats: { offered: readonly OfferedFormat[]; initial: { format: string; named: boolean } };
  mayMake: boolean;
  /** What of it does not come any more; null where nobody has counted. */
  leftOut: ReactNode;
}

export function OneRelease({ group, release, others, tags, formats, mayMake, leftOut }: Props) {
  const { number, card, state } = release;
  return (
    <div className="grid gap-10">
      <ReleaseHead group={group} release={release} />
      {state === 'freezing' && <FreezeProgress group={group} release={release} />}
      {state === 'failed' && <FreezeFailed group={group} release={release} mayMake={mayMake} />}
      {state === 'frozen' && !card && (
        <Notice>
          You are reading an essay of this group alone, and this release holds what others marked in it. It
          opens to you when that blind reading is revealed.
        </Notice>
      )}
      {card && (
        <>
          <ReleaseSection id="download" title="Take it away">
            <CorpusCounts counts={card.counts} />
            {leftOut}
            <ReleaseDownload
              group={group}
              number={number}
              formats={formats.offered}
              initial={formats.initial}
            />
            <WhatHashesMean sha256={release.sha256} />
          </ReleaseSection>
          {others.length > 0 && (
            <ReleaseSection id="compare" title="Compare it">
              <ChooseReleases group={group} releases={[...others, release]} {...pairWith(release, others)} />
            </ReleaseSection>
          )}
          <ReleaseCard card={card} tags={tags} />
          {mayMake && (
            <ReleaseSection id="withdraw" title="Withdraw it">
              <WithdrawRelease group={group} number={number} />
            </ReleaseSection>
          )}
        </>
      )}
    </div>
  );
}

/** With the one before, or the first after it. */
function pairWith({ number }: Release, others: readonly ReleaseSummary[]) {
  const numbers = others.map((other) => other.number);
  const before = numbers.find((other) => other < number);
  return before === undefined ? { from: number, to: numbers.at(-1)! } : { from: before, to: number };
}

function ReleaseHead({ group, release }: { group: string; release: Release }) {
  const { number, title, note, creator, frozen, created, withdrawn } = release;
  return (
    <div className="grid gap-2">
      <p className="text-sm">
        <Link
          href={`/g/${group}/releases` as Route}
          prefetch={false}
          className="inline-block py-1 underline pointer-coarse:py-3"
        >
          All releases
        </Link>
      </p>
      <h2 className="wrap-anywhere text-2xl">
        Release {number}: <bdi>{title}</bdi>
      </h2>
      <p className="text-ink-3 text-sm">
        {frozen ? 'Frozen' : 'Asked for'} <When at={frozen ?? created} /> by <bdi>{creator.name}</bdi>
      </p>
      {note && (
        <p dir="auto" className="wrap-anywhere max-w-prose whitespace-pre-line text-ink-2">
          {note}
        </p>
      )}
      {withdrawn && (
        <Notice>
          Withdrawn <When at={withdrawn.at} /> by <bdi>{withdrawn.by.name}</bdi>:{' '}
          <bdi className="wrap-anywhere">{withdrawn.reason}</bdi> What it held was deleted.
        </Notice>
      )}
    </div>
  );
}

function WhatHashesMean({ sha256 }: { sha256: string | null }) {
  if (!sha256) return null;
  return (
    <div className="grid max-w-prose gap-2 text-ink-2 text-sm">
      <p className="wrap-anywhere">
        SHA-256 of what was frozen: <code>{sha256}</code>. It never changes, and is checked whenever somebody
        takes the release. A file taken today has one of its own.
      </p>
      <details>
        <summary className="min-h-7 pointer-coarse:min-h-11">What stays the same, and what may not</summary>
        <p className="mt-2">
          The same choices give you the same file, unless somebody has since asked to be left out or agreed to
          be named, a moderator took something down, or an author made something private. Then the file
          differs, and so does its hash.
        </p>
      </details>
    </div>
  );
}
