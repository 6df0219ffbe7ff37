import type { Route } from 'next';
import Link from 'next/link';
import { orNothingHere } from '@/app/or-nothing-here';
import { ConsentForm } from '@/components/export/consent-form';
import { ExportDesk } from '@/components/export/export-desk';
import { linkedChoice } from '@/components/export/linked-choice';
import { GroupFrame } from '@/components/group/group-frame';
import { MarkSeen } from '@/components/live/mark-seen';
import { may } from '@/lib/core/access/permissions';
import { offeredFormats } from '@/lib/core/export/export-formats';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { essayTitles } from '@/lib/server/data/essays';
import { consentOf } from '@/lib/server/data/export/consent';
import { listExports } from '@/lib/server/data/export/prepared-exports';
import { groupOf } from '@/lib/server/data/groups';
import { listMembers } from '@/lib/server/data/members';
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
  const [group, essays, tags, members, prepared] = await Promise.all([
    groupOf(viewer, slug),
    essayTitles(viewer, slug),
    listTags(viewer, slug),
    listMembers(viewer, slug),
    viewer.user ? listExports(viewer, slug) : [],
  ]);
  const standing = { role: group.role ?? 'stranger', visibility: group.visibility } as const;
  const consent = may('consent.give', standing) ? await consentOf(viewer, slug) : null;
  return (
    <GroupFrame group={group} viewer={viewer.user} current="corpus">
      {viewer.user && <MarkSeen thread={group.id} />}
      <div className="mb-8 max-w-prose">
        <h2 className="text-2xl">Export</h2>
        <p className="mt-1 text-ink-2">
          Export what was marked and said here. The same choices give the same file as long as nothing
          changes. For the corpus as it was on one day, take a{' '}
          <Link href={`/g/${group.slug}/releases` as Route}>release</Link>.
        </p>
      </div>
      <ExportDesk
        group={group.slug}
        offered={{
          essays,
          tags: tags.map(({ slug, name }) => ({ slug, name })),
          people: members.map(({ person }) => person),
          isSignedIn: viewer.user !== null,
        }}
        formats={offeredFormats}
        isMember={group.role !== null}
        moderates={may('moderation.review', standing)}
        prepared={prepared}
        initial={linkedChoice(Object.fromEntries(asked), { formats: offeredFormats, tags, essays })}
      />
      {consent && (
        <div className="mt-12">
          <ConsentForm group={group.slug} initial={consent} />
        </div>
      )}
    </GroupFrame>
  );
});
