import type { Route } from 'next';
import Link from 'next/link';
import { FollowButton } from '@/components/inbox/follow-button';
import type { ListedEssay } from '@/lib/core/api/essays';
import { EssayFacts } from './essay-facts';
import { ReadingListMenu } from './reading-list-menu';
import { repeatedTitles } from './same-title';

interface Props {
  group: { slug: string };
  essays: ListedEssay[];
  /** The viewer may reorder, date and remove. */
  mayEdit: boolean;
  /** As `kind:subject`; null for those who do not belong to the group. */
  follows: ReadonlySet<string> | null;
}

const added = new Intl.DateTimeFormat('en', {
  dateStyle: 'medium',
  timeStyle: 'short',
  hourCycle: 'h23',
  timeZone: 'UTC',
});

/** A group's essays in order, with what is due and what is unread; what else tells those apart that have one title. */
export function ReadingList({ group, essays, mayEdit, follows }: Props) {
  const repeated = repeatedTitles(essays.map(({ title }) => title));
  return (
    <ol className="grid">
      {essays.map((essay, index) => (
        <li
          key={essay.id}
          className="relative grid gap-x-4 sm:grid-cols-[minmax(0,1fr)_auto] border-rule border-b py-5 first:pt-4 last:border-0"
        >
          <div className="min-w-0">
            <h3 className="text-xl leading-snug" lang={essay.language} dir="auto">
              <Link
                href={`/g/${group.slug}/${essay.slug}` as Route}
                prefetch={false}
                className="no-underline after:absolute after:inset-0 hover:underline"
              >
                {essay.title}
              </Link>
            </h3>
            {repeated.has(essay.title) && (
              <p className="mt-0.5 text-ink-2 text-sm">
                Added <time dateTime={essay.added}>{added.format(new Date(essay.added))}</time>,{' '}
                {essay.words.toLocaleString('en')} words
              </p>
            )}
            <EssayFacts essay={essay} />
          </div>
          <div className="relative z-10 flex items-center justify-self-start max-sm:-ms-3 max-sm:mt-1 sm:self-start">
            {follows && (
              <FollowButton
                group={group.slug}
                kind="essay"
                subject={essay.id}
                name={essay.title}
                following={follows.has(`essay:${essay.id}`)}
              />
            )}
            {mayEdit && (
              <ReadingListMenu group={group.slug} essay={essay} index={index} count={essays.length} />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
