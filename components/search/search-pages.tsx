import type { Route } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { type SearchAddress, searchPath } from '@/lib/core/search/search-address';

interface Props {
  address: SearchAddress;
  /** Where the next page begins; null on the last. */
  next: string | null;
}

export function SearchPages({ address, next }: Props) {
  return (
    <nav aria-label="Pages" className="mt-6 flex gap-3 empty:hidden">
      {address.after && (
        <Link href={searchPath(address) as Route} prefetch={false} className={buttonClass('quiet')}>
          First page
        </Link>
      )}
      {next && (
        <Link
          href={searchPath(address, { after: next }) as Route}
          prefetch={false}
          className={buttonClass('outline')}
        >
          More
        </Link>
      )}
    </nav>
  );
}
