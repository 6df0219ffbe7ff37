import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { loadReading } from '@/app/g/[group]/[essay]/load-reading';
import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { SectionChecks } from '@/components/coverage/section-checks';
import { EssayFrame } from '@/components/group/essay-frame';
import { may } from '@/lib/core/access/permissions';
import { listChecks } from '@/lib/server/data/section-checks';

interface Props {
  params: Promise<{ group: string; essay: string }>;
}

export const generateMetadata = orNoTitle(async ({ params }: Props): Promise<Metadata> => {
  const { group, essay } = await params;
  const { head } = await loadReading(group, essay);
  return { title: `What was looked for in ${head.essay.title}`, robots: { index: false } };
});

/** Where readers say what they have looked for, and found or not. */
export default orNothingHere(async function CheckedPage({ params }: Props) {
  const asked = await params;
  const { viewer, head, reading } = await loadReading(asked.group, asked.essay);
  const { version, sections } = await listChecks(viewer, asked);
  const place = { group: head.group.slug, essay: head.essay.slug };
  const checks = may('section.check', head.group);
  return (
    <EssayFrame head={head} viewer={viewer.user} current="checked" title="What was looked for">
      <p className="mb-6 max-w-prose text-ink-2">
        {checks
          ? 'Tick what you have looked for in a section, having marked all you found, be it nothing. Only so can an empty section be told from an unread one. '
          : 'Members tick what they have looked for in a section, having marked all they found. '}
        <Link href={`/g/${place.group}/coverage` as Route} prefetch={false}>
          All essays of the group
        </Link>
      </p>
      <div className="max-w-3xl">
        <SectionChecks
          place={place}
          version={version}
          sections={sections}
          tags={reading.tags.filter(({ retired }) => !retired)}
          checks={checks}
        />
      </div>
    </EssayFrame>
  );
});
