'use client';

import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SelectionDraft } from '@/components/reader/reader-state';
import { useReader, useReaderStore } from '@/components/reader/reader-store';
import { annotate } from './annotate';
import { copyText } from './copy';
import { useDesk, useDeskState } from './desk';
import { MoveTools } from './move-tools';
import { toolbarPlace } from './toolbar-place';
import { useIsPhone } from './use-is-phone';
import { walkByArrows } from './walk-by-arrows';

/** What can be done with the selected passage: beside it, or docked at the lower edge where fingers select. */
export function SelectionToolbar() {
  const desk = useDesk();
  const { store } = desk;
  const draft = useReader((state) => state.draft);
  const bar = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<CSSProperties | null>(null);
  const isPhone = useIsPhone();
  const moving = useDeskState((state) => state.moving);
  const isDocked = isPhone || (!moving && draft?.by === 'touch');
  useEffect(() => {
    // The first key is to mark within a frame, too.
    store.keys.fetch().catch(() => {});
  }, [store]);
  useLayoutEffect(() => {
    if (isDocked || (!draft && !moving)) return setPlace(null);
    const stand = () => bar.current && setPlace(toolbarPlace(desk, bar.current));
    stand();
    addEventListener('scroll', stand, { passive: true });
    addEventListener('resize', stand);
    return () => {
      removeEventListener('scroll', stand);
      removeEventListener('resize', stand);
    };
  }, [desk, draft, moving, isDocked]);
  if (!draft && !moving) return null;
  return (
    <div
      ref={bar}
      className="marker"
      role="toolbar"
      aria-label={moving ? 'Move the mark' : 'Annotate the selection'}
      data-docked={isDocked || undefined}
      style={place ?? undefined}
      // A press must not take the selection away.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={walkByArrows}
    >
      {moving ? (
        <MoveTools key={moving.annotation} annotation={moving.annotation} />
      ) : (
        draft && <MarkTools draft={draft} />
      )}
    </div>
  );
}

function MarkTools({ draft }: { draft: SelectionDraft }) {
  const desk = useDesk();
  const { reading, get } = useReaderStore();
  return (
    <>
      {reading.writes ? <Marks /> : <WhyNot />}
      <button type="button" onClick={() => copyText(desk, get().article?.quote(draft) ?? '')}>
        Copy
      </button>
    </>
  );
}

/** One press makes the mark. */
function Marks() {
  const desk = useDesk();
  const { tags } = useReaderStore().reading;
  const isPrivate = useDeskState((state) => state.isPrivate);
  return (
    <>
      {tags
        .filter(({ retired }) => !retired)
        .map(({ slug, slot, glyph, name, shortcut, definition }) => (
          <button
            key={slug}
            type="button"
            className={`k${slot}`}
            title={definition}
            onClick={() => annotate(desk, [slug])}
          >
            <i aria-hidden="true">{glyph}</i>
            {name}
            {shortcut && <kbd>{shortcut}</kbd>}
          </button>
        ))}
      <button type="button" className="k0 after" onClick={() => annotate(desk, [])}>
        <i aria-hidden="true">▬</i>
        Highlight<kbd>h</kbd>
      </button>
      <button type="button" onClick={() => annotate(desk, [], true)}>
        Comment<kbd>a</kbd>
      </button>
      <button
        type="button"
        className="after"
        aria-pressed={isPrivate}
        title="Only you see private annotations"
        onClick={() => desk.patch({ isPrivate: !isPrivate })}
      >
        Private
      </button>
    </>
  );
}

function WhyNot() {
  const { viewer, group, isMember } = useReaderStore().reading;
  if (isMember) return <p>As a reader of {group.name} you cannot annotate.</p>;
  if (viewer) return <p>Only members can annotate here. Ask an owner or moderator for an invitation.</p>;
  const query = { callbackUrl: typeof location === 'undefined' ? '/' : location.pathname };
  return (
    <p>
      <a href={`/sign-in?${new URLSearchParams(query)}`}>Sign in</a> to annotate.
    </p>
  );
}
