import type { Route } from 'next';
import Link from 'next/link';

/** For a group without essays. */
export function ImportHint({ group }: { group: string }) {
  return (
    <p className="mt-6 text-ink-2 text-sm">
      Was something marked elsewhere?{' '}
      <Link
        href={`/g/${group}/import` as Route}
        prefetch={false}
        className="inline-flex min-h-9 items-center underline hover:text-ink pointer-coarse:min-h-11"
      >
        Import it
      </Link>
    </p>
  );
}
