import type { ReactNode } from 'react';

export function SettingsSection({
  title,
  id,
  about,
  children,
}: {
  title: string;
  /** For links that lead to it. */
  id?: string;
  about?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section
      id={id}
      aria-label={title}
      className="grid gap-5 border-rule border-t py-8 md:grid-cols-[14rem_1fr] md:gap-10"
    >
      <div className="grid content-start gap-1">
        <h2 className="text-xl">{title}</h2>
        {about && <p className="text-ink-2 text-sm">{about}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
