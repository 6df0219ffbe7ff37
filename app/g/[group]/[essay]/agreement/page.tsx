import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { loadReading } from '@/app/g/[group]/[essay]/load-reading';
import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { AgainstDecided } from '@/components/agreement/against-decided';
import { type AgreementView, agreementAddress } from '@/components/agreement/agreement-address';
import { AgreementFiles } from '@/components/agreement/agreement-files';
import { AgreementSection } from '@/components/agreement/agreement-section';
import { AgreementSummary } from '@/components/agreement/agreement-summary';
import { AlphaView } from '@/components/agreement/alpha-view';
import { MeasureLegend } from '@/components/agreement/measure-legend';
import { PairsView } from '@/components/agreement/pairs-view';
import { TagTable } from '@/components/agreement/tag-table';
import { WhoCounts } from '@/components/agreement/who-counts';
import { NoSuchMarks } from '@/components/annotation-round/no-such-marks';
import { ReadingAlone } from '@/components/annotation-round/reading-alone';
import { roundAskedFor, WhoseMarks } from '@/components/annotation-round/whose-marks';
import { EssayFrame } from '@/components/group/essay-frame';
import { essayAgreement } from '@/lib/server/data/agreement/agreement';
import { listAnnotationRounds } from '@/lib/server/data/annotation-rounds/annotation-rounds';
import { spendPage } from '@/lib/server/http/spend-page';

interface Props {
  params: Promise<{ group: string; essay: string }>;
  searchParams: Promise<Partial<Record<'tag' | 'round' | 'match', string | string[]>>>;
}

export const generateMetadata = orNoTitle(async ({ params }: Props): Promise<Metadata> => {
  const { group, essay } = await params;
  const { head } = await loadReading(group, essay);
  return { title: `Agreement on ${head.essay.title}`, robots: { index: false } };
});

export default orNothingHere(async function EssayAgreementPage({ params, searchParams }: Props) {
  const place = await params;
  const asked = await searchParams;
  const { viewer, head, reading } = await loadReading(place.group, place.essay);
  const tags = reading.tags.filter(({ retired }) => !retired);
  const tag = tags.find((one) => one.slug === [asked.tag].flat()[0])?.slug;
  const at = { group: head.group.slug, essay: head.essay.slug };
  const path = `/g/${at.group}/${at.essay}`;
  const frame = { head, viewer: viewer.user, current: 'agreement' } as const;
  if (head.alone) return <ReadingAlone {...frame} />;
  const rounds = await listAnnotationRounds(viewer, place);
  const { round, whyNot } = roundAskedFor(rounds, [asked.round].flat()[0]);
  if (whyNot) return <NoSuchMarks {...frame} why={whyNot} href={`${path}/agreement`} />;
  await spendPage('measure', viewer);
  const match = [asked.match].flat()[0] === 'bounds' ? 'bounds' : 'tags';
  const view: AgreementView = { tag: tag ?? null, round: round?.id ?? null, match };
  const hrefOf = (other: Partial<AgreementView>) =>
    agreementAddress(`${path}/agreement`, { ...view, ...other });
  const { figures, pairs, adjudicated, ...counted } = await essayAgreement(viewer, place, {
    tag,
    round: round?.id,
    match,
  });
  const named = { name: `${head.essay.slug}-agreement`, subject: head.essay.title, tags };
  return (
    <EssayFrame {...frame} title="How far annotators agree" round={view.round}>
      <p className="mb-6 text-sm">
        <Link
          href={`/g/${at.group}/agreement` as Route}
          prefetch={false}
          className="inline-flex min-h-9 items-center underline pointer-coarse:min-h-11"
        >
          All essays of the group
        </Link>
      </p>
      <div className="grid gap-10">
        <WhoseMarks rounds={rounds} round={view.round} hrefOf={(one) => hrefOf({ round: one })}>
          Only readers who took part count, with their marks at the reveal (text {round?.version}).{' '}
          <Link href={`${path}/rounds/${view.round}` as Route} prefetch={false}>
            Before and after
          </Link>
        </WhoseMarks>
        <div className="grid gap-3">
          <AgreementSummary figures={figures} tags={tags} annotators={counted.annotators} />
          <WhoCounts {...counted} round={round} />
        </div>
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
                hrefOf={(one) => hrefOf({ tag: one })}
                pairs={pairs}
                tag={view.tag}
                viewer={viewer.user?.id ?? null}
              />
            </AgreementSection>
          </>
        )}
        {adjudicated.decided > 0 && (
          <AgreementSection level={2} id="adjudicated" title="Against what was decided">
            <AgainstDecided
              adjudicated={adjudicated}
              tag={tags.find(({ slug }) => slug === tag)}
              hrefOf={(one) => `${hrefOf({ match: one })}#adjudicated`}
            />
          </AgreementSection>
        )}
        <AgreementSection level={2} id="files" title="Take it away">
          <AgreementFiles {...at} round={view.round} />
        </AgreementSection>
      </div>
    </EssayFrame>
  );
});
