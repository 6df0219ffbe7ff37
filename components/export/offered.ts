import type { ReleaseCard } from '@/lib/core/api/releases';
import { isId } from '@/lib/core/api/slug';
import type { Choice } from '@/lib/core/corpus/choice-address';

/** What can be chosen. */
export interface Offered {
  /** Those that are frozen, newest first. */
  releases: readonly { number: number; title: string; frozen: string | null }[];
  essays: readonly { slug: string; title: string }[];
  tags: readonly { slug: string; name: string }[];
  people: readonly { id: string; name: string }[];
  /** Signed in, so that something may be theirs. */
  isSignedIn: boolean;
}

/** Essays and tags as a release has them; those of versions of one essay stand for it once. */
export function frozenWith(card: Pick<ReleaseCard, 'texts' | 'tags'>): Pick<Offered, 'essays' | 'tags'> {
  const titles = new Map(card.texts.map(({ slug, title }) => [slug, title]));
  return {
    essays: [...titles].map(([slug, title]) => ({ slug, title })),
    tags: card.tags.map(({ slug, name }) => ({ slug, name })),
  };
}

/** The same with what is chosen and not offered: it must be seen to be taken back. */
export function withChosen<What extends Pick<Offered, 'essays' | 'tags' | 'people'>>(
  offered: What,
  choice: Choice,
): What {
  const isNew = (known: readonly { slug: string }[]) => (asked: string) =>
    known.every(({ slug }) => slug !== asked);
  const essays = [choice.essay ?? ''].filter(Boolean).filter(isNew(offered.essays));
  const tags = (choice.tags ?? '').split(',').filter(Boolean).filter(isNew(offered.tags));
  const { people } = choice;
  const name = people?.includes(',') ? 'Several people' : 'Somebody who is not a member';
  const isKnown = people === undefined || offered.people.some(({ id }) => id === people);
  return {
    ...offered,
    people: isKnown ? offered.people : [...offered.people, { id: people, name }],
    essays: [
      ...offered.essays,
      ...essays.map((slug) => ({ slug, title: isId(slug) ? 'An essay by its id' : slug })),
    ],
    tags: [...offered.tags, ...tags.map((slug) => ({ slug, name: slug }))],
  };
}
