import type { Route } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import type { CardRights } from '@/components/crux/card-place';
import { may } from '@/lib/core/access/permissions';
import type { CardEvent } from '@/lib/core/api/card-schemas';
import type { CardDetail } from '@/lib/core/api/cards';
import type { Group } from '@/lib/core/api/groups';
import { statusBefore, stepsOpenTo } from '@/lib/core/crux/card-states';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { markdownToComment } from '@/lib/core/essay/comment-markdown';
import { CommentError } from '@/lib/core/essay/comment-schema';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { listBeliefs } from '@/lib/server/data/cards/beliefs';
import { cardHistory } from '@/lib/server/data/cards/card-events';
import { listPositions } from '@/lib/server/data/cards/positions';
import { readCard } from '@/lib/server/data/cards/read-card';
import { groupCursor } from '@/lib/server/data/group-cursor';
import { groupOf } from '@/lib/server/data/groups';
import { followsIn } from '@/lib/server/data/inbox/subscriptions';
import { listTags } from '@/lib/server/data/tags';
import type { Viewer } from '@/lib/server/data/viewer';

/** The card for whoever asks, once a request; a merged one leads to what it became. */
export const loadCard = cache(async (group: string, number: string) => {
  const viewer = await currentViewer();
  const live = await groupCursor(viewer, group, 'cards');
  const place = { group, card: number };
  const [home, found] = await Promise.all([groupOf(viewer, group), readCard(viewer, place)]);
  if ('mergedInto' in found)
    permanentRedirect(`/g/${home.slug}/cards/${found.mergedInto}?from=${found.number}` as Route);
  return { viewer, live, group: home, card: found.card, place: { group: home.slug, card: found.card.id } };
});

/** All that stands on the page of a card. */
export async function loadCardPage(group: string, number: string) {
  const { viewer, place, ...rest } = await loadCard(group, number);
  const [positions, events, tags, beliefs, follows] = await Promise.all([
    listPositions(viewer, place),
    cardHistory(viewer, place),
    listTags(viewer, place.group),
    viewer.user ? listBeliefs(viewer, place) : [],
    followsIn(viewer, place.group),
  ]);
  const rights = rightsOf(viewer, rest.group);
  const deeds = deedsOf(rights, rest.card, events);
  return {
    ...rest,
    viewer,
    place,
    positions,
    events,
    tags,
    beliefs,
    follows,
    rights,
    deeds,
    details: detailsOf(rest.card),
  };
}

/** What the viewer may do with the card itself now. */
function deedsOf({ viewer, moderates, links }: CardRights, card: CardDetail, events: CardEvent[]) {
  const isAuthor = links && card.creator.id === viewer;
  const standing = { status: card.status, previous: statusBefore(card.status, events) };
  const steps = stepsOpenTo({ isAuthor, isModerator: moderates }, standing);
  return {
    rewords: moderates || (isAuthor && card.status === 'proposed'),
    steps: steps.filter((verb) => verb !== 'merge' && verb !== 'unmerge'),
  };
}

function rightsOf({ user }: Viewer, group: Group): CardRights {
  const standing = { role: group.role ?? 'stranger', visibility: group.visibility } as const;
  return {
    viewer: user?.id ?? null,
    moderates: may('card.curate', standing),
    links: may('card.link', standing),
    flags: may('flag.raise', standing),
    answers: may('position.take', standing),
  };
}

/** Why it matters, as elements; words that no reader of Markdown takes stay as they were typed. */
function detailsOf({ details }: CardDetail): CommentDocument | null {
  if (details === '') return null;
  try {
    return markdownToComment(details);
  } catch (error) {
    if (!(error instanceof CommentError)) throw error;
    return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: details }] }] };
  }
}
