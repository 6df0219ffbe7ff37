import type { ReactNode } from 'react';

interface Props {
  /** So many are shown; the others are folded away below them. */
  shown: number;
  /** What the others are, e.g. "earlier steps". */
  rest: string;
  className: string;
  /** The items of a list. */
  children: readonly ReactNode[];
}

/** A list whose end does not push away what comes after it. */
export function LongList({ shown, rest, className, children }: Props) {
  const isLong = children.length > shown + 1;
  return (
    <>
      <ul className={className}>{isLong ? children.slice(0, shown) : children}</ul>
      {isLong && (
        <details className="group">
          <summary className="min-h-11 w-fit rounded-md py-2.5 text-ink-2 text-sm hover:text-ink group-open:sr-only">
            {children.length - shown} {rest}
          </summary>
          <ul className={className}>{children.slice(shown)}</ul>
        </details>
      )}
    </>
  );
}
