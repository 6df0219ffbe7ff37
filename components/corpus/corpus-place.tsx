import { ChevronRight } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  path: string;
  /** Of what lies there, when it is no page. */
  type?: string;
  /** How much there is. */
  figure?: ReactNode;
  /** One sentence. */
  children: ReactNode;
}

/** One place of the corpus, to go to. */
export function CorpusPlace({ title, path, type, figure, children }: Props) {
  return (
    <li className="relative flex items-center gap-4 px-5 py-4 first:rounded-t-lg last:rounded-b-lg hover:bg-surface">
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <div className="min-w-0 max-w-prose">
          {type ? (
            <a href={path} type={type} className={link}>
              {title}
            </a>
          ) : (
            <Link href={path as Route} prefetch={false} className={link}>
              {title}
            </Link>
          )}
          <p className="text-ink-2 text-sm">{children}</p>
        </div>
        {figure && <p className="text-ink-3 text-sm tabular-nums">{figure}</p>}
      </div>
      <ChevronRight size={16} aria-hidden="true" className="shrink-0 text-ink-3 rtl:rotate-180" />
    </li>
  );
}

const link = 'font-medium no-underline after:absolute after:inset-0 after:rounded-[inherit]';
