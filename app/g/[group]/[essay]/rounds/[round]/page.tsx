import type { Metadata } from 'next';
import { loadReading } from '@/app/g/[group]/[essay]/load-reading';
import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { AgreementSection } from '@/components/agreement/agreement-section';
import { AfterReveal } from '@/components/annotation-round/after-reveal';
import { RoundAnnotators } from '@/components/annotation-round/round-annotators';
import { RoundDone } from '@/components/annotation-round/round-done';
import { AnnotationRoundState } from '@/components/annotation-round/round-state';
import { AnnotationRoundSteps } from '@/components/annotation-round/round-steps';
import { WatchRound } from '@/components/annotation-round/watch-round';
import { EssayFrame } from '@/components/group/essay-frame';
import { GuidelineText } from '@/components/group/guideline-text';
import { MarkSeen } from '@/components/live/mark-seen';
import { may } from '@/lib/core/access/permissions';
import { readAnnotationRound } from '@/lib/server/data/annotation-rounds/annotation-rounds';
import { roundAgreement } from '@/lib/server/data/annotation-rounds/round-agreement';
import { spendPage } from '@/lib/server/http/spend-page';

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
  if (isKnown) await spendPage('measure', viewer);
  const agreement = isKnown ? await roundAgreement(viewer, asked) : null;
  const place = { group: head.group.slug, essay: head.essay.slug };
  const path = `/g/${place.group}/${place.essay}`;
  const leads = may('round.open', head.group);
  return (
    <EssayFrame head={head} viewer={viewer.user} current="rounds" title={round.title}>
      {round.ended === null && <WatchRound place={place} from={head.cursor} />}
      {agreement && viewer.user && <MarkSeen thread={round.id} />}
      <div className="mb-6">
        <AnnotationRoundState round={round} />
      </div>
      <div className="grid gap-10">
        {round.state === 'alone' && round.mine !== null && (
          <div className="grid gap-3">
            <p className="max-w-prose text-ink-2">
              Mark <a href={path}>the essay</a> as you see it. Others’ marks are hidden from you, and yours
              from them.
            </p>
            <RoundDone place={place} round={round} leads={leads} />
          </div>
        )}
        {agreement && (
          <AfterReveal
            place={place}
            round={round}
            agreement={agreement}
            tags={head.tags}
            isNewest={round.version === head.version.number}
            decides={may('adjudication.decide', head.group)}
          />
        )}
        <AgreementSection level={2} id="people" title="Who reads">
          <RoundAnnotators round={round} />
        </AgreementSection>
        {round.ended === null && leads && viewer.user && (
          <AgreementSection level={2} id="lead" title="Lead this reading">
            <AnnotationRoundSteps place={place} viewer={viewer.user.id} round={round} />
          </AgreementSection>
        )}
        <GuidelineText markdown={round.guideline} />
      </div>
    </EssayFrame>
  );
});
