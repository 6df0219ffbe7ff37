import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { loadReading } from '@/app/g/[group]/[essay]/load-reading';
import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { AgainstDecided } from '@/components/agreement/against-decided';
import { AgreementFiles } from '@/components/agreement/agreement-files';
import { AgreementSection } from '@/components/agreement/agreement-section';
import { AgreementSummary } from '@/components/agreement/agreement-summary';
import { AlphaView } from '@/components/agreement/alpha-view';
import { MeasureLegend } from '@/components/agreement/measure-legend';
import { PairsView } from '@/components/agreement/pairs-view';
import { TagTable } from '@/components/agreement/tag-table';
import { ReadingAlone } from '@/components/annotation-round/reading-alone';
import { SiteHeader } from '@/components/ui/site-header';
import { may } from '@/lib/core/access/permissions';
import { essayAgreement } from '@/lib/server/data/agreement/agreement';

interface Props {
  params: Promise<{ group: string; essay: string }>;
  searchParams: Promise<{ tag?: string | string[] }>;
}

export const generateMetadata = orNoTitle(async ({ params }: Props): Promise<Metadata> => {
  const { group, essay } = await params;
  const { head } = await loadReading(group, essay);
  return { title: `Agreement on ${head.essay.title}`, robots: { index: false } };
});

export default orNothingHere(async function EssayAgreementPage({ params, searchParams }: Props) {
  const place = await params;
  const asked = [(await searchParams).tag].flat()[0];
  const { viewer, head, reading } = await loadReading(place.group, place.essay);
  const tags = reading.tags.filter(({ retired }) => !retired);
  const tag = tags.find((one) => one.slug === asked)?.slug;
  const path = `/g/${head.group.slug}/${head.essay.slug}`;
  if (head.alone) return <ReadingAlone viewer={viewer.user} path={path} title={head.essay.title} />;
  const { figures, pairs, adjudicated } = await essayAgreement(viewer, place, tag);
  const named = { name: `${head.essay.slug}-agreement`, subject: head.essay.title, tags };
  return (
    <>
      <SiteHeader viewer={viewer.user}>
        <a href={path}>{head.essay.title}</a>
      </SiteHeader>
      <main id="main" className="page pt-10 pb-24">
        <h1 className="text-3xl">How far annotators agree</h1>
        <p className="mt-1 font-read text-ink-2 text-xl" dir="auto">
          {head.essay.title}
        </p>
        <p className="mt-3 mb-6 text-sm">
          <Link
            href={`/g/${head.group.slug}/agreement` as Route}
            prefetch={false}
            className="inline-flex min-h-9 items-center pointer-coarse:min-h-11"
          >
            All essays of the group
          </Link>{' '}
          <Link
            href={`${path}/rounds` as Route}
            prefetch={false}
            className="ms-4 inline-flex min-h-9 items-center pointer-coarse:min-h-11"
          >
            Blind readings
          </Link>{' '}
          <Link
            href={`${path}/adjudicate` as Route}
            prefetch={false}
            className="ms-4 inline-flex min-h-9 items-center pointer-coarse:min-h-11"
          >
            {may('adjudication.decide', head.group) ? 'Decide on passages' : 'Decisions on passages'}
          </Link>
        </p>
        <div className="grid gap-10">
          <AgreementSummary figures={figures} tags={tags} />
          {figures.texts > 0 && (
            <>
              <AgreementSection level={2} id="tags" title="By tag">
                <TagTable figures={figures.tags} tags={tags} />
                <MeasureLegend />
                <AlphaView {...named} figures={figures} essays={[]} />
              </AgreementSection>
              <AgreementSection level={2} id="pairs" title="By pairs of people">
                <PairsView
                  {...named}
                  path={`${path}/agreement`}
                  pairs={pairs}
                  tag={tag ?? null}
                  viewer={viewer.user?.id ?? null}
                />
              </AgreementSection>
            </>
          )}
          {adjudicated.decided > 0 && (
            <AgreementSection level={2} id="adjudicated" title="Against what was decided">
              <AgainstDecided adjudicated={adjudicated} tag={tags.find(({ slug }) => slug === tag)} />
            </AgreementSection>
          )}
          <AgreementSection level={2} id="files" title="Take it away">
            <AgreementFiles group={head.group.slug} essay={head.essay.slug} />
          </AgreementSection>
        </div>
      </main>
    </>
  );
});
