import type { Metadata } from 'next';
import { loadReading } from '@/app/g/[group]/[essay]/load-reading';
import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { AdjudicationDesk } from '@/components/adjudication/adjudication-desk';
import { filters, firstFilter } from '@/components/adjudication/case-filters';
import { agreementAddress } from '@/components/agreement/agreement-address';
import { NoSuchMarks } from '@/components/annotation-round/no-such-marks';
import { ReadingAlone } from '@/components/annotation-round/reading-alone';
import { roundAskedFor, WhoseMarks } from '@/components/annotation-round/whose-marks';
import { EssayFrame } from '@/components/group/essay-frame';
import { may } from '@/lib/core/access/permissions';
import { essayAdjudication } from '@/lib/server/data/adjudication/adjudication';
import { listAnnotationRounds } from '@/lib/server/data/annotation-rounds/annotation-rounds';

interface Props {
  params: Promise<{ group: string; essay: string }>;
  searchParams: Promise<{ show?: string | string[]; of?: string | string[]; round?: string | string[] }>;
}

export const generateMetadata = orNoTitle(async ({ params }: Props): Promise<Metadata> => {
  const { group, essay } = await params;
  const { head } = await loadReading(group, essay);
  return { title: `Adjudication of ${head.essay.title}`, robots: { index: false } };
});

/** Moderators decide about passages that were marked differently; everybody else sees what was decided. */
export default orNothingHere(async function AdjudicatePage({ params, searchParams }: Props) {
  const asked = await params;
  const { viewer, head, reading } = await loadReading(asked.group, asked.essay);
  const decides = may('adjudication.decide', head.group);
  const { show, of, round: ofRound } = await searchParams;
  const [wanted] = [show].flat();
  const [annotation] = [of].flat();
  const place = { group: head.group.slug, essay: head.essay.slug };
  const path = `/g/${place.group}/${place.essay}`;
  const frame = { head, viewer: viewer.user, current: 'adjudicate' } as const;
  if (head.alone) return <ReadingAlone {...frame} />;
  const rounds = await listAnnotationRounds(viewer, asked);
  const { round: found, whyNot } = roundAskedFor(rounds, [ofRound].flat()[0]);
  if (whyNot) return <NoSuchMarks {...frame} why={whyNot} href={`${path}/adjudicate`} />;
  const round = found?.id ?? null;
  const hrefOf = (one: string | null) => agreementAddress(`${path}/adjudicate`, { round: one });
  const adjudication = await essayAdjudication(viewer, asked, { round });
  return (
    <EssayFrame {...frame} round={round} title={decides ? 'Decide on passages' : 'Decisions on passages'}>
      <p className="mb-6 max-w-prose text-ink-2">
        {decides
          ? 'What several people marked differently, side by side. What you decide becomes a layer of its own, and their marks stay as they are.'
          : 'Where people marked a passage differently, moderators decide what stands in the adjudicated layer. Your marks stay as they are.'}
      </p>
      <div className="mb-6">
        <WhoseMarks rounds={rounds} round={round} hrefOf={hrefOf}>
          Only the marks that its readers made in it count, as they are now. Readers who left a passage
          unmarked count as a “no” there. {decides && 'What you decide applies to these marks only.'}
        </WhoseMarks>
      </div>
      <AdjudicationDesk
        key={round}
        place={{ ...place, round }}
        listed={adjudication}
        from={head.cursor}
        tags={reading.tags}
        who={{ viewer: viewer.user?.id ?? null, decides, hasShortcuts: head.settings.shortcuts ?? true }}
        show={{
          filter: filters.find((filter) => filter === wanted) ?? firstFilter(adjudication.cases, decides),
          of: annotation ?? null,
        }}
      />
    </EssayFrame>
  );
});
