/** In how many threads others wrote since they were read; as lib/core/annotation/filter.ts counts them. */
export function UnreadCount({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap font-semibold text-focus before:size-2 before:rounded-full before:bg-current">
      {count} unread
    </span>
  );
}
