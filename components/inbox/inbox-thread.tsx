import type { ReactNode } from 'react';
import type { ShownEntry } from './use-inbox';

interface Props {
  /** Of one thread or card. */
  entries: readonly [ShownEntry, ...ShownEntry[]];
  children: ReactNode;
}

/** What happened in one place: where that is, once, and the entries. */
export function InboxThread({ entries: [first], children }: Props) {
  return (
    <section className="grid gap-2 rounded-lg border border-rule bg-paper p-2">
      <header className="px-2 pt-2">
        <h3 className="wrap-anywhere text-lg leading-snug" dir="auto">
          {first.about || first.where}
        </h3>
        {first.about && (
          <p className="wrap-anywhere text-ink-3 text-sm">
            <bdi>{first.where}</bdi>
          </p>
        )}
        {first.quote && (
          <blockquote
            className="wrap-anywhere mt-2 line-clamp-2 border-rule-strong border-s-2 ps-3 font-read text-ink-2"
            dir="auto"
          >
            {first.quote}
          </blockquote>
        )}
      </header>
      <ul className="grid gap-1">{children}</ul>
    </section>
  );
}
