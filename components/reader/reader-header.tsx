'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { api } from '@/components/api-client';
import { MinutesLeft } from './minutes-left';
import { useReaderStore } from './reader-store';

interface Props {
  hasOutline: boolean;
  /** What the server puts at its beginning, and at its end. */
  ends: readonly [ReactNode, ReactNode];
}

/** The bar at the top. It leaves while the reader goes on, and returns when they turn back or Tab into it. */
export function ReaderHeader({ hasOutline, ends }: Props) {
  const store = useReaderStore();
  const bar = useRef<HTMLElement>(null);
  const step = async (by: 1 | -1) => (await import('./annotation-steps')).stepAnnotation(store, by);
  useEffect(() => (bar.current ? hideOnTheWayDown(bar.current) : undefined), []);
  return (
    <header ref={bar} className="reader-bar">
      {ends[0]}
      <bdi className="reader-bar-title">{store.reading.essay.title}</bdi>
      <MinutesLeft />
      {store.reading.follows !== null && <FollowEssay />}
      <nav className="reader-steps" aria-label="Annotations">
        <Step name="Previous annotation" path="m3 10 5-5 5 5" onClick={() => step(-1)} />
        <Step name="Next annotation" path="m3 6 5 5 5-5" onClick={() => step(1)} />
      </nav>
      {hasOutline && (
        <button
          type="button"
          className="reader-tool reader-contents"
          popoverTarget="reader-contents"
          aria-label="Contents"
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 4h12M2 8h8M2 12h10" />
          </svg>
        </button>
      )}
      <button
        type="button"
        className="reader-tool"
        onClick={() => store.open('settings')}
        aria-label="Reading settings"
      >
        <span aria-hidden="true">Aa</span>
      </button>
      <button type="button" className="reader-tool" onClick={() => store.open('help')} aria-label="Keys">
        <span aria-hidden="true">?</span>
      </button>
      {ends[1]}
    </header>
  );
}

/** As one of the group, one may hear of what is written here. */
function FollowEssay() {
  const { group, essay, follows } = useReaderStore().reading;
  const [on, setOn] = useState(follows);
  const [failed, setFailed] = useState(false);
  const toggle = async () => {
    setOn(!on);
    const key = `${on ? 'DELETE' : 'PUT'} /groups/{group}/subscriptions/{kind}/{subject}` as const;
    const done = api(key, { params: { group: group.slug, kind: 'essay', subject: essay.id } });
    const hasFailed = await done.then(
      () => false,
      () => true,
    );
    setFailed(hasFailed);
    if (hasFailed) setOn(on);
  };
  return (
    <button
      type="button"
      className="reader-tool reader-follow"
      aria-pressed={on === true}
      title="Your inbox tells you what is new here"
      onClick={toggle}
    >
      {failed ? 'Not saved. Again?' : on ? 'Following' : 'Follow'}
    </button>
  );
}

function Step({ name, path, onClick }: { name: string; path: string; onClick: () => void }) {
  return (
    <button type="button" className="reader-tool" aria-label={name} title={name} onClick={onClick}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
}

/** Less than this is no change of mind. CSS pixels. */
const NOISE = 8;

function hideOnTheWayDown(bar: HTMLElement): () => void {
  let last = scrollY;
  const scrolled = () => {
    if (Math.abs(scrollY - last) < NOISE) return;
    bar.toggleAttribute('data-away', scrollY > last && scrollY > 96);
    bar.toggleAttribute('data-past-title', scrollY > 160);
    last = scrollY;
  };
  addEventListener('scroll', scrolled, { passive: true });
  return () => removeEventListener('scroll', scrolled);
}
