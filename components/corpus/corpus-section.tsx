import type { ReactNode } from 'react';

interface Props {
  id: string;
  title: string;
  about: string;
  /** Items of a list. */
  children: ReactNode;
  /** Below the list. */
  more?: ReactNode;
}

/** What can be done with a corpus to one end: what that is beside the ways there. */
export function CorpusSection({ id, title, about, children, more }: Props) {
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-4 md:grid-cols-[14rem_minmax(0,1fr)] [&>*]:min-w-0"
    >
      <div className="max-w-prose">
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        <p className="mt-1 text-ink-2 text-sm">{about}</p>
      </div>
      <div>
        <ul className="divide-y divide-rule rounded-lg border border-rule bg-raised">{children}</ul>
        {more}
      </div>
    </section>
  );
}
