'use client';

import { onDemand } from '@/components/reader/on-demand';
import { useReader, useReaderStore } from '@/components/reader/reader-store';
import { UnreadCount } from '@/components/ui/unread-count';
import { isFiltering, unreadCount } from '@/lib/core/annotation/filter';
import { useDesk, useDeskState } from './desk';
import { Disclosure } from './disclosure';

const Readers = onDemand(async () => (await import('./readers')).Readers, { otherwise: () => null });
const DraftOffer = onDemand(async () => (await import('./draft-line')).DraftOffer);
const FilterPanel = onDemand(async () => (await import('./filter-panel')).FilterPanel);

interface Props {
  /** Whether there is a column, whose notes stand beside their passages or in a list. */
  hasColumn: boolean;
}

/** How much is said, what of it is shown, and who is here. */
export function DiscussionBar({ hasColumn }: Props) {
  const desk = useDesk();
  const store = useReaderStore();
  const annotations = useReader((state) => state.annotations);
  const marks = useReader((state) => state.marks);
  const filter = useReader((state) => state.filter);
  const shown = useReader((state) => store.ranges.visible(state).length);
  const isList = useDeskState((state) => state.isList);
  const viewer = store.reading.viewer?.id ?? null;
  const unread = unreadCount(annotations.values(), { viewer, marks });
  const readers = useDeskState((state) => state.readers);
  const whoReads = readers.length > 0 && <Readers readers={readers} />;
  if (annotations.size === 0) return whoReads && <div className="notes-bar">{whoReads}</div>;
  return (
    <div className="notes-bar">
      <span>
        {isFiltering(filter) ? `${shown} of ${annotations.size}` : annotations.size}
        {annotations.size === 1 ? ' annotation' : ' annotations'}
        <NextUnread count={unread} />
        {unread > 0 && (
          <button
            type="button"
            className="notes-read"
            aria-label="Mark all read"
            title="Mark all read"
            onClick={async () => (await import('./news')).markAllRead(desk)}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="m1 9 3 3 6-7m-2 6 1 1 6-7" />
            </svg>
          </button>
        )}
      </span>
      {whoReads}
      {hasColumn && (
        <button type="button" aria-pressed={isList} onClick={() => desk.patch({ isList: !isList })}>
          List
        </button>
      )}
      <Disclosure
        label="Filter"
        className={isFiltering(filter) ? 'active' : ''}
        face={isFiltering(filter) ? 'Filtered' : 'Filter'}
      >
        <FilterPanel />
      </Disclosure>
    </div>
  );
}

/** The way to what is new for those who press no keys. */
export function NextUnread({ count }: { count: number }) {
  const store = useReaderStore();
  const next = async () => (await import('@/components/reader/annotation-steps')).nextUnread(store);
  return (
    count > 0 && (
      <button type="button" className="notes-unread" title="Go to the next unread" onClick={next}>
        <UnreadCount count={count} />
      </button>
    )
  );
}

/** Said only when something is wrong with the line, or waits to be said. */
export function LineBar() {
  const desk = useDesk();
  const line = useDeskState((state) => state.line);
  const begun = useDeskState((state) => state.begun);
  const waiting = useDeskState((state) => state.unsaved.size);
  const open = useReader((state) => (state.focused ? state.annotations.get(state.focused)?.id : undefined));
  const all = useDeskState((state) => state.drafts);
  // An open note offers its own.
  const drafts = all.filter(({ annotation }) => annotation !== open);
  if (line === 'up' && !begun && drafts.length === 0) return null;
  return (
    <p className="notes-line" role="status">
      {line === 'down' && 'Offline. '}
      {line === 'refused' && 'This essay is gone, or no longer yours to read. '}
      {line === 'signed-out' && (
        <>
          You are signed out.{' '}
          <button type="button" onClick={() => desk.patch({ dialog: { kind: 'sign-in' } })}>
            Sign in
          </button>{' '}
        </>
      )}
      {begun && (line === 'up' || line === 'down') && (
        <>
          A blind reading has begun. You are reading this essay alone now, and nobody sees what you mark until
          the reveal.{' '}
          <button type="button" onClick={() => location.reload()}>
            Read alone
          </button>{' '}
        </>
      )}
      {line !== 'up' &&
        waiting > 0 &&
        `${waiting === 1 ? '1 change is' : `${waiting} changes are`} saved on this device. `}
      {drafts.length > 0 && <DraftOffer drafts={drafts} />}
    </p>
  );
}
