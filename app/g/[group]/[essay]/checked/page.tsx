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
          ? 'Once you have marked everything you found in a section, tick what you looked for, even if you found nothing. That is how others can tell an empty section from an unread one. '
          : 'Once members have marked everything they found in a section, they tick what they looked for. '}
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
