import type { Route } from 'next';
import Link from 'next/link';
import type { ListedEssay } from '@/lib/core/api/essays';
import { ReadingListMenu } from './reading-list-menu';

interface Props {
  group: { slug: string };
  essays: ListedEssay[];
  /** The viewer may reorder, date and remove. */
  mayEdit: boolean;
}

/** A group's essays in order, with what is due and what is new. */
export function ReadingList({ group, essays, mayEdit }: Props) {
  return (
    <ol className="grid">
      {essays.map((essay, index) => (
        <li
          key={essay.id}
          className="relative grid grid-cols-[1fr_auto] gap-x-4 border-rule border-b py-5 first:pt-4 last:border-0"
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
            {essay.authors.length > 0 && (
              <p className="mt-0.5 truncate text-ink-2 text-sm">
                <bdi>{essay.authors.join(', ')}</bdi>
              </p>
            )}
            <p className="mt-2 flex flex-wrap gap-x-3 gap-y-1 text-ink-3 text-sm">
              <span>{Math.max(1, Math.round(essay.words / 230))} min</span>
              <span>{count(essay.annotations, 'annotation')}</span>
              {essay.unread > 0 && <span className="font-medium text-accent">{essay.unread} new</span>}
              {essay.due && <DueDate due={essay.due} />}
            </p>
          </div>
          {mayEdit && (
            <ReadingListMenu
              group={group.slug}
              essay={essay}
              first={index === 0}
              last={index === essays.length - 1}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

const count = (n: number, noun: string) => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;

function DueDate({ due }: { due: string }) {
  const date = new Date(due);
  const late = date.getTime() < Date.now();
  return (
    <span className={late ? 'text-ink-3' : 'text-ink-2'}>
      {late ? 'was due' : 'due'}{' '}
      <time dateTime={due}>
        {date.toLocaleDateString('en', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })}
      </time>
    </span>
  );
}
