import { Notice } from '@/components/ui/notice';
import { longestQuery } from '@/lib/core/api/search';

/** Instead of what would have been found. The words stand in their field. */
export function QueryTooLong({ q }: { q: string }) {
  return (
    <div className="mt-6 max-w-prose">
      <Notice look="danger">
        A search may have {longestQuery} characters at most, and this has {q.length.toLocaleString('en')}, so
        nothing was searched. Leave out some of the words above, and search again.
      </Notice>
    </div>
  );
}
