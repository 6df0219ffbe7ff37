import type { Route } from 'next';
import Link from 'next/link';
import { atomType, feedPath } from '@/lib/core/feed/feed-path';

/** Where else one can go from a group's reading list. */
export function GroupLinks({ group, mayImport }: { group: string; mayImport: boolean }) {
  return (
    <p className="mt-4 flex flex-wrap gap-x-6 text-sm">
      <Link href={`/g/${group}/coverage` as Route} prefetch={false} className={aside}>
        What was looked for in them, and found
      </Link>
      <Link href={`/g/${group}/agreement` as Route} prefetch={false} className={aside}>
        How far annotators agree
      </Link>
      <Link href={`/g/${group}/concordance` as Route} prefetch={false} className={aside}>
        Concordance
      </Link>
      <Link href={`/g/${group}/export` as Route} prefetch={false} className={aside}>
        Export
      </Link>
      <Link href={`/g/${group}/releases` as Route} prefetch={false} className={aside}>
        Releases
      </Link>
      <a href={feedPath(group)} type={atomType} className={aside}>
        Atom feed
      </a>
      {mayImport && (
        <Link href={`/g/${group}/import` as Route} prefetch={false} className={aside}>
          Import
        </Link>
      )}
    </p>
  );
}

const aside =
  'inline-flex min-h-9 items-center text-ink-2 underline hover:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11';
