import type { Route } from 'next';
import Link from 'next/link';
import { orNothingHere } from '@/app/or-nothing-here';
import { ConsentForm } from '@/components/export/consent-form';
import { ExportDesk } from '@/components/export/export-desk';
import { linkedChoice } from '@/components/export/linked-choice';
import { frozenWith } from '@/components/export/offered';
import { GroupFrame } from '@/components/group/group-frame';
import { MarkSeen } from '@/components/live/mark-seen';
import { may } from '@/lib/core/access/permissions';
import type { Choice } from '@/lib/core/corpus/choice-address';
import { offeredFormats } from '@/lib/core/export/export-formats';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { essayTitles } from '@/lib/server/data/essays';
import { consentOf } from '@/lib/server/data/export/consent';
import { listExports } from '@/lib/server/data/export/prepared-exports';
import { groupOf } from '@/lib/server/data/groups';
import { listMembers } from '@/lib/server/data/members';
import { listReleases, releaseOf } from '@/lib/server/data/releases/releases';
import { listTags } from '@/lib/server/data/tags';

export const metadata = { title: 'Export', robots: { index: false } };

export default orNothingHere(async function ExportPage({
  params,
  searchParams,
}: PageProps<'/g/[group]/export'>) {
  const viewer = await currentViewer();
  const { group: slug } = await params;
  const asked = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const choice: Choice = Object.fromEntries(asked);
  const [group, essays, tags, members, prepared, all] = await Promise.all([
    groupOf(viewer, slug),
    essayTitles(viewer, slug),
    listTags(viewer, slug),
    listMembers(viewer, slug),
    viewer.user ? listExports(viewer, slug) : [],
    listReleases(viewer, slug),
  ]);
  const releases = all.filter(({ state }) => state === 'frozen');
  const named = releases.find(({ number }) => String(number) === choice.release);
  const card = named && (await releaseOf(viewer, slug, String(named.number))).card;
  const frozen = card ? { release: String(named.number), ...frozenWith(card) } : null;
  const here = {
    formats: offeredFormats,
    tags: frozen?.tags ?? tags,
    essays: [...essays, ...(frozen?.essays ?? [])],
    releases: all,
  };
  const standing = { role: group.role ?? 'stranger', visibility: group.visibility } as const;
  const consent = may('consent.give', standing) ? await consentOf(viewer, slug) : null;
  return (
    <GroupFrame group={group} viewer={viewer.user} current="corpus">
      {viewer.user && <MarkSeen thread={group.id} />}
      <div className="mb-8 max-w-prose">
        <h2 className="text-2xl">Export</h2>
        <p className="mt-1 text-ink-2">
          Export what was marked and said here. The same choices give the same file as long as nothing
          changes. For what stays as it is, choose a{' '}
          <Link href={`/g/${group.slug}/releases` as Route}>release</Link> as the corpus.
        </p>
      </div>
      <ExportDesk
        group={group.slug}
        offered={{
          releases: releases.map(({ number, title, frozen }) => ({ number, title, frozen })),
          essays,
          tags: tags.map(({ slug, name }) => ({ slug, name })),
          people: members.map(({ person }) => person),
          isSignedIn: viewer.user !== null,
        }}
        frozen={frozen}
        formats={offeredFormats}
        isMember={group.role !== null}
        moderates={may('moderation.review', standing)}
        prepared={prepared}
        initial={linkedChoice(choice, here)}
      />
      {consent && (
        <div className="mt-12">
          <ConsentForm group={group.slug} initial={consent} />
        </div>
      )}
    </GroupFrame>
  );
});
