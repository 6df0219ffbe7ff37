import type { Metadata } from 'next';
import { loadReading } from '@/app/g/[group]/[essay]/load-reading';
import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { BeginRound } from '@/components/annotation-round/begin-round';
import { AnnotationRoundState } from '@/components/annotation-round/round-state';
import { EssayFrame } from '@/components/group/essay-frame';
import { RoundList } from '@/components/round/round-list';
import { may } from '@/lib/core/access/permissions';
import { listAnnotationRounds } from '@/lib/server/data/annotation-rounds/annotation-rounds';
import { guidelineOf } from '@/lib/server/data/guideline';
import { listMembers } from '@/lib/server/data/members';

interface Props {
  params: Promise<{ group: string; essay: string }>;
}

export const generateMetadata = orNoTitle(async ({ params }: Props): Promise<Metadata> => {
  const { group, essay } = await params;
  const { head } = await loadReading(group, essay);
  return { title: `Blind readings of ${head.essay.title}`, robots: { index: false } };
});

export default orNothingHere(async function AnnotationRoundsPage({ params }: Props) {
  const asked = await params;
  const { viewer, head } = await loadReading(asked.group, asked.essay);
  const rounds = await listAnnotationRounds(viewer, asked);
  const place = { group: head.group.slug, essay: head.essay.slug };
  const path = `/g/${place.group}/${place.essay}`;
  const leads = may('round.open', head.group);
  const people = leads
    ? (await listMembers(viewer, head.group.id)).filter(({ role }) => role !== 'reader')
    : [];
  return (
    <EssayFrame head={head} viewer={viewer.user} current="rounds" title="Blind readings">
      <p className="mb-6 max-w-prose text-ink-2">
        Some people read the essay alone, and nobody sees what the others mark. Then everything is revealed,
        with how far they agreed before and after they talked.
      </p>
      <div className="grid max-w-3xl gap-8">
        {rounds.length > 0 ? (
          <RoundList path={`${path}/rounds`} rounds={rounds}>
            {(round) => <AnnotationRoundState round={round} />}
          </RoundList>
        ) : (
          <p className="text-ink-2">Nobody has read it blind yet.</p>
        )}
        {leads && viewer.user && (
          <section aria-labelledby="begin" className="grid gap-4">
            <h2 id="begin" className="text-xl">
              Begin one
            </h2>
            <BeginRound
              place={place}
              viewer={viewer.user.id}
              people={people.map(({ person }) => person)}
              tags={head.tags.filter(({ retired }) => !retired).map(({ slug, name }) => ({ id: slug, name }))}
              guideline={(await guidelineOf(viewer, head.group.id)).markdown}
            />
          </section>
        )}
      </div>
    </EssayFrame>
  );
});
