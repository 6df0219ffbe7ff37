import '@/components/annotation/comment.css';
import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { CardActions } from '@/components/crux/card/card-actions';
import { CardHead } from '@/components/crux/card/card-head';
import { CardWords } from '@/components/crux/card/card-words';
import { MergedNotice } from '@/components/crux/card/merged-notice';
import { Passages } from '@/components/crux/card/passages';
import { Relations } from '@/components/crux/card/relations';
import { Timeline } from '@/components/crux/card/timeline';
import { Beliefs } from '@/components/crux/positions/beliefs';
import { PositionPanel } from '@/components/crux/positions/position-panel';
import { CardRank } from '@/components/crux/ranking/card-rank';
import { MarkSeen } from '@/components/live/mark-seen';
import { StayCurrent } from '@/components/live/stay-current';
import { HeldNotice } from '@/components/moderation/held-notice';
import { SiteHeader } from '@/components/ui/site-header';
import { isOpenCard } from '@/lib/core/crux/open-card';
import { loadCard, loadCardPage } from './load-card';

interface Props {
  params: Promise<{ group: string; card: string }>;
  searchParams: Promise<{ from?: string | string[] }>;
}

export const generateMetadata = orNoTitle(async ({ params }: Props): Promise<Metadata> => {
  const { group: slug, card: number } = await params;
  const { group, card } = await loadCard(slug, number);
  return {
    title: card.statement,
    alternates: { canonical: `/g/${group.slug}/cards/${card.number}` },
    ...(group.visibility === 'private' && { robots: { index: false, follow: false } }),
  };
});

export default orNothingHere(async function CardPage({ params, searchParams }: Props) {
  const { group: slug, card: number } = await params;
  const {
    viewer,
    live,
    group,
    card,
    place,
    rights,
    tags,
    deeds,
    positions,
    beliefs,
    events,
    follows,
    details,
  } = await loadCardPage(slug, number);
  const { from } = await searchParams;
  const isOpen = isOpenCard(card);
  return (
    <>
      <SiteHeader viewer={viewer.user} group={group}>
        <Link href={`/g/${group.slug}/cards` as Route} prefetch={false}>
          <span className="truncate">Cards of {group.name}</span>
        </Link>
      </SiteHeader>
      <main id="main" className="page pt-10 pb-24">
        <StayCurrent group={group.slug} about="cards" from={live} card={card.id} />
        {viewer.user && <MarkSeen thread={card.id} />}
        <MergedNotice place={place} from={Number(from)} events={events} moderates={rights.moderates} />
        <CardHead card={card} tags={tags}>
          <CardActions
            place={place}
            card={card}
            tags={tags}
            rights={rights}
            deeds={deeds}
            following={follows?.has(`card:${card.id}`) ?? null}
          />
          {card.held && (
            <HeldNotice group={group.slug} held={card.held} isMine={card.creator.id === rights.viewer} />
          )}
        </CardHead>
        <div className="mt-8 grid gap-x-8 gap-y-10 lg:gap-x-12 md:grid-cols-[minmax(0,1fr)_19rem] md:grid-rows-[auto_1fr] lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="grid content-start gap-6">
            <CardWords card={card} details={details} />
          </div>
          <div className="grid content-start gap-6 md:row-span-2">
            <PositionPanel
              place={place}
              rights={rights}
              kind={card.kind}
              isOpen={isOpen}
              positions={positions}
              passages={card.occurrences}
            />
            {positions.others && card.ranking && <CardRank ranking={card.ranking} />}
            {isOpen && rights.answers && <Beliefs group={group.slug} card={card} beliefs={beliefs} />}
          </div>
          <div className="grid min-w-0 content-start gap-10">
            <Passages
              place={place}
              rights={rights}
              passages={card.occurrences}
              moved={positions.moved}
              tags={tags}
            />
            <Relations place={place} rights={rights} card={card} tags={tags} />
            <Timeline place={place} events={events} card={card} moderates={rights.moderates} />
          </div>
        </div>
      </main>
    </>
  );
});
