import type { ReactNode } from 'react';

interface Props {
  id: string;
  title: string;
  /** Of the heading. */
  level?: 2 | 3;
  children: ReactNode;
}

/** A part of the page under its heading. */
export function AgreementSection({ id, title, level = 3, children }: Props) {
  const Heading = `h${level}` as const;
  return (
    <section aria-labelledby={`${id}-title`} id={id} className="grid min-w-0 scroll-mt-6 gap-4">
      <Heading id={`${id}-title`} className="text-xl">
        {title}
      </Heading>
      {children}
    </section>
  );
}
