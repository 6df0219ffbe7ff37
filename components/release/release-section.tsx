import type { ReactNode } from 'react';

interface Props {
  id: string;
  title: string;
  children: ReactNode;
}

export function ReleaseSection({ id, title, children }: Props) {
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-4">
      <h3 id={id} className="text-xl">
        {title}
      </h3>
      {children}
    </section>
  );
}
