import type { ReactNode } from 'react';

/** A part of the page under its heading. */
export function AgreementSection({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={`${id}-title`} id={id} className="grid min-w-0 scroll-mt-6 gap-4">
      <h3 id={`${id}-title`} className="text-xl">
        {title}
      </h3>
      {children}
    </section>
  );
}
