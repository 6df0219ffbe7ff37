import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { loadReading } from '@/app/g/[group]/[essay]/load-reading';
import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { AgreementSection } from '@/components/agreement/agreement-section';
import { BeforeAfter } from '@/components/annotation-round/before-after';
import { ContestedFirst } from '@/components/annotation-round/contested-first';
import { RoundAnnotators } from '@/components/annotation-round/round-annotators';
import { RoundDone } from '@/components/annotation-round/round-done';
import { RoundFiles } from '@/components/annotation-round/round-files';
import { AnnotationRoundState } from '@/components/annotation-round/round-state';
import { AnnotationRoundSteps } from '@/components/annotation-round/round-steps';
import { WhoMoved } from '@/components/annotation-round/who-moved';
import { GuidelineText } from '@/components/group/guideline-text';
import { SiteHeader } from '@/components/ui/site-header';
import { may } from '@/lib/core/access/permissions';
import { readAnnotationRound } from '@/lib/server/data/annotation-rounds/annotation-rounds';
import { roundAgreement } from '@/lib/server/data/annotation-rounds/round-agreement';

interface Props {
  params: Promise<{ group: string; essay: string; round: string }>;
}

export const generateMetadata = orNoTitle(async ({ params }: Props): Promise<Metadata> => {
  const { group, essay } = await params;
  const { head } = await loadReading(group, essay);
  return { title: `Blind reading of ${head.essay.title}`, robots: { index: false } };
});

export default orNothingHere(async function AnnotationRoundPage({ params }: Props) {
  const asked = await params;
  const { viewer, head } = await loadReading(asked.group, asked.essay);
  const round = await readAnnotationRound(viewer, asked);
  const isKnown = round.state === 'revealed' && !head.alone;
  const agreement = isKnown ? await roundAgreement(viewer, asked) : null;
  const place = { group: head.group.slug, essay: head.essay.slug };
  const path = `/g/${place.group}/${place.essay}`;
  const named = { path, tags: head.tags };
  return (
    <>
      <SiteHeader viewer={viewer.user}>
        <a href={path}>{head.essay.title}</a>
      </SiteHeader>
      <main id="main" className="page pt-10 pb-24">
        <h1 className="wrap-anywhere text-3xl" dir="auto">
          {round.title}
        </h1>
        <p className="mt-1 font-read text-ink-2 text-xl" dir="auto">
          {head.essay.title}
        </p>
        <div className="mt-3 mb-6 flex flex-wrap items-baseline gap-x-4">
          <AnnotationRoundState round={round} />
          <Link
            href={`${path}/rounds` as Route}
            prefetch={false}
            className="inline-flex min-h-9 items-center text-sm underline pointer-coarse:min-h-11"
          >
            All blind readings
          </Link>
        </div>
        <div className="grid gap-10">
          {round.state === 'alone' && round.mine !== null && <RoundDone place={place} round={round} />}
          {agreement && (
            <>
              <AgreementSection level={2} id="agreement" title="Agreement before and after">
                <p className="max-w-prose text-ink-2 text-sm">
                  “Before” are the marks at the reveal, which never change. Who neither marked anything nor
                  said that they were done does not count, nor does what was marked before the round began.
                </p>
                <BeforeAfter agreement={agreement} tags={head.tags} />
                <RoundFiles place={place} round={round.id} />
              </AgreementSection>
              <AgreementSection level={2} id="contested" title="Talk about these first">
                <ContestedFirst {...named} agreement={agreement} />
              </AgreementSection>
              <AgreementSection level={2} id="moved" title="Who moved">
                <WhoMoved {...named} moves={agreement.moves} />
              </AgreementSection>
            </>
          )}
          <AgreementSection level={2} id="people" title="Who reads">
            <RoundAnnotators round={round} />
          </AgreementSection>
          {round.ended === null && may('round.open', head.group) && (
            <AgreementSection level={2} id="lead" title="Lead it">
              <AnnotationRoundSteps place={place} round={round} />
            </AgreementSection>
          )}
          <GuidelineText markdown={round.guideline} />
        </div>
      </main>
    </>
  );
});
