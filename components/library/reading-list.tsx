import type { Route } from 'next';
import Link from 'next/link';
import { FollowButton } from '@/components/inbox/follow-button';
import type { ListedEssay } from '@/lib/core/api/essays';
import { EssayFacts } from './essay-facts';
import { ReadingListMenu } from './reading-list-menu';

interface Props {
  group: { slug: string };
  essays: ListedEssay[];
  /** The viewer may reorder, date and remove. */
  mayEdit: boolean;
  /** As `kind:subject`; null for those who do not belong to the group. */
  follows: ReadonlySet<string> | null;
}

/** A group's essays in order, with what is due and what is unread. */
export function ReadingList({ group, essays, mayEdit, follows }: Props) {
  return (
    <ol className="grid">
      {essays.map((essay, index) => (
        <li
          key={essay.id}
          className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-rule border-b py-5 first:pt-4 last:border-0"
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
            <EssayFacts essay={essay} />
          </div>
          <div className="relative z-10 flex items-start">
            {follows && (
              <FollowButton
                {...{ group: group.slug, kind: 'essay', subject: essay.id, name: essay.title }}
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
